// Prints a line a test, as the other tests do, and ends with `N passed, N failed`.
let passed = 0
let failed = 0

/** `wrong`: what is wrong, a line each. */
export function test(name, wrong) {
  if (wrong.length === 0) passed++
  else failed++
  console.log(`${wrong.length === 0 ? 'ok    ' : 'FAILED'} ${name}`)
  for (const line of wrong.slice(0, 20)) console.log(`       ${line}`)
  if (wrong.length > 20) console.log(`       and ${wrong.length - 20} more`)
}

export function close() {
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
