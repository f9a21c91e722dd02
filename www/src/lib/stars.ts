// Half stars and where one points at them.

export const STEP = 0.5
export const MOST = 5

/** The stars that a point means, `x` from the left edge of five stars drawn `width` wide: the half that lies under it,
 *  and never none, for taking a rating back is done otherwise. */
export function starsAt(x: number, width: number): number {
  const halves = Math.ceil((x / width) * (MOST / STEP))

  return Math.min(MOST, Math.max(STEP, halves * STEP))
}

/** What a key other than an arrow asks for: 1 to 5 those stars, Delete and Backspace none; undefined: nothing. */
export function starsOfKey(key: string): number | null | undefined {
  if (/^[1-5]$/.test(key)) return Number(key)
  return key === 'Delete' || key === 'Backspace' ? null : undefined
}
