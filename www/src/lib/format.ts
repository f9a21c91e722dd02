// Numbers, times and texts as people read them, in the language spoken.
import { tongue } from './strings'
import { written } from './strings/numbers'

/** 1204.5 → "1,204.5", or "1.204,5" in German. */
export function number(value: number): string {
  return written(tongue, value)
}

/** An RFC 3339 time or a day → "24 Nov 2026". */
export function day(time: string): string {
  return new Date(time).toLocaleDateString(tongue, { day: 'numeric', month: 'short', year: 'numeric' })
}

/** An RFC 3339 time → "24 Nov 2026, 14:05". */
export function moment(time: string): string {
  return new Date(time).toLocaleString(tongue, { dateStyle: 'medium', timeStyle: 'short' })
}

/** 64 → "1:04", 3725 → "1:02:05". */
export function duration(seconds: number): string {
  const h = Math.floor(seconds / 3600)
  const m = Math.floor((seconds % 3600) / 60)
  const s = String(Math.floor(seconds % 60)).padStart(2, '0')

  return h ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`
}

// Making one takes longer than drawing the row it stands in.
const monies = new Map<string, Intl.NumberFormat>()

function moneyIn(currency: string): Intl.NumberFormat {
  const key = `${tongue} ${currency}`
  const known = monies.get(key) ?? new Intl.NumberFormat(tongue, { style: 'currency', currency })

  monies.set(key, known)
  return known
}

/** 24.5 and EUR → "€24.50"; nothing for no price. */
export function money(amount: number | null, currency: string | null): string {
  if (amount === null || currency === null) return ''
  try {
    return moneyIn(currency).format(amount)
  } catch {
    return `${number(amount)} ${currency}`
  }
}

/** A score with two digits after the point. */
export function score(value: number): string {
  return written(tongue, value, 2)
}

/** Takes the markup of Discogs' texts out of them, `[a=Name] [b]…[/b] [url=x]y[/url]`, and leaves the words. */
export function plainText(text: string): string {
  return text
    .replace(/\[(?:a|l|r|m|g)=([^\]]+)\]/g, '$1')
    .replace(/\[(?:a|l|r|m)\d+\]/g, '')
    .replace(/\[url=[^\]]*\]/g, '')
    .replace(/\[\/?(?:b|i|u|url)\]/g, '')
    .replace(/\r\n?/g, '\n')
    .trim()
}
