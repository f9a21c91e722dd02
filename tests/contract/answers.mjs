// Holds every answer that the API's tests met to the schemas of openapi/*.yaml.
//
//   tests/contract/run answers FILE     a JSON object a line: {method, path, status, type, body}
import { readFileSync } from 'node:fs'
import { operations, resolve, services, validators } from './openapi.mjs'
import { close, test } from './report.mjs'

// What the gateway itself may answer to anything.
const gateway = new Set([400, 405, 413, 414, 429, 431, 503, 504])
const PROBLEM = { $ref: 'shared.yaml#/components/schemas/Problem' }

const all = services.flatMap(operations).map((one) => ({
  ...one,
  pattern: new RegExp(
    `^${one.path.replaceAll('{id}', '[1-9][0-9]{0,15}').replaceAll(/\{[a-z_]+\}/g, '[^/]+')}/?$`,
  ),
}))
// words before parameters: /ratings/summary is not a rating, /users/profile not a user
all.sort((a, b) => a.path.split('{').length - b.path.split('{').length)

const validate = validators()

/** What is wrong with an answer; null if nothing, undefined if nothing is said of it. */
function wrong({ method, path, status, type, body }) {
  const name = path.replace(/\?.*/, '')
  const one = all.find((one) => one.method === method && one.pattern.test(name))
  const json = type?.includes('json') ? JSON.parse(body) : undefined

  if (status >= 400 && (!one || gateway.has(status))) return validate('shared.yaml', PROBLEM, json)
  if (!one) return undefined
  const found = resolve(one.file, one.operation.responses[status])
  if (!found.object) return `${status} is not described`
  const content = found.object.content
  if (!content) return body === '' ? null : `${status} has a body: ${body.slice(0, 80)}`
  const media = content[type?.replace(/;.*/, '')]
  if (!media) return `${status} is ${type}, described is ${Object.keys(content).join()}`
  return json === undefined ? null : validate(found.file, media.schema, json)
}

const lines = readFileSync(process.argv[2], 'utf8').trim().split('\n')
const complaints = new Map()
const met = new Map()
const succeeded = new Set() // being refused at the gate says little of what an operation does
for (const line of lines) {
  const answer = JSON.parse(line)
  if (answer.method === 'HEAD' || answer.status === 0) continue
  const why = wrong(answer)
  if (why === undefined) continue
  const one = all.find(
    (one) => one.method === answer.method && one.pattern.test(answer.path.replace(/\?.*/, '')),
  )
  const name = one ? `${one.method} ${one.path}` : 'nothing'
  met.set(name, (met.get(name) ?? 0) + 1)
  if (answer.status < 400) succeeded.add(name)
  if (why)
    complaints.set(name, [
      ...(complaints.get(name) ?? []),
      `${answer.method} ${answer.path.slice(0, 80)}: ${why}`,
    ])
}

for (const [name, count] of [...met].sort())
  test(`answers of ${name} are as described (${count})`, complaints.get(name) ?? [])
test(
  'every operation described was met, and has succeeded',
  all.map((one) => `${one.method} ${one.path}`).filter((name) => !succeeded.has(name)),
)
close()
