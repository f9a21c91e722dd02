// Numbers in sentences. Written by hand: the browser's own Intl.NumberFormat takes as long to make, at every start, as
// drawing ten albums does.

/** What stands between thousands and before the decimals. */
const signs: Record<string, [string, string]> = { en: [',', '.'], de: ['.', ','] }

/** 1204.5 → "1,204.5"; with `decimals` exactly so many of them, else at most three. */
export function written(language: string, value: number, decimals?: number): string {
  const [group, point] = signs[language] ?? [' ', '.']
  const fixed = decimals === undefined ? String(Number(value.toFixed(3))) : value.toFixed(decimals)
  const [whole = '', rest] = fixed.split('.')

  return whole.replace(/\B(?=(\d{3})+$)/g, group) + (rest === undefined ? '' : point + rest)
}

/** How a language counts: `1 album`, `1,204 albums`. */
export function counter(language: string) {
  return (n: number, one: string, many: string) => `${written(language, n)} ${n === 1 ? one : many}`
}
