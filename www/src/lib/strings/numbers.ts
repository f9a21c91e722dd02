// Numbers in sentences.

/** How a language counts: `1 album`, `1,204 albums`. */
export function counter(language: string) {
  const digits = new Intl.NumberFormat(language)

  return (n: number, one: string, many: string) => `${digits.format(n)} ${n === 1 ? one : many}`
}
