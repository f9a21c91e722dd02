// Numbers and texts as people read them.

/** 64 → "1:04", 3725 → "1:02:05". */
export function duration(seconds: number): string {
  const h = Math.floor(seconds / 3600)
  const m = Math.floor((seconds % 3600) / 60)
  const s = String(Math.floor(seconds % 60)).padStart(2, '0')

  return h ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`
}

/** A score with two digits after the point. */
export function score(value: number): string {
  return value.toFixed(2)
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
