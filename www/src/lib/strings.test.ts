// strings.ts: every language says everything.
import { describe, expect, it } from 'vitest'
import { preferred } from './display.svelte'
import { de } from './strings/de'
import { en } from './strings/en'

/** The path of every text, and what stands there. */
function texts(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, path ? `${path}.${name}` : name))
}

/** Tables by the server's names: English leaves them to the server. */
const serverWords = /^failure\.(problems|fields)\b/

describe('languages', () => {
  it('have the same texts', () => {
    const names = (strings: object) =>
      texts(strings)
        .map(([path]) => path)
        .filter((path) => !serverWords.test(path))
        .sort()

    expect(names(de)).toEqual(names(en))
  })
  it('leave no text empty', () => {
    for (const [path, text] of [...texts(de), ...texts(en)])
      if (typeof text === 'string') expect(text, path).not.toBe('')
  })
  it('put into a sentence whatever English puts into it', () => {
    const german = new Map(texts(de))
    for (const [path, text] of texts(en))
      if (typeof text === 'function')
        expect((german.get(path) as () => void).length, path).toBeLessThanOrEqual(text.length)
  })
})

describe('preferred', () => {
  it('is the first of the browser’s languages that the site speaks', () => {
    expect(preferred(['fr', 'de-AT', 'en'])).toBe('de')
    expect(preferred(['en-GB', 'de'])).toBe('en')
  })
  it('is English where it speaks none', () => {
    expect(preferred(['fr', 'ja'])).toBe('en')
    expect(preferred([])).toBe('en')
  })
})
