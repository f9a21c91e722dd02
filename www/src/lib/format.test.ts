// format.ts: durations and texts.
import { describe, expect, it } from 'vitest'
import { duration, plainText, score } from './format'

describe('duration', () => {
  it('writes minutes and seconds, and hours where there are any', () => {
    expect(duration(0)).toBe('0:00')
    expect(duration(64)).toBe('1:04')
    expect(duration(3725)).toBe('1:02:05')
    expect(duration(8880)).toBe('2:28:00')
  })
})

describe('score', () => {
  it('always has two digits', () => {
    expect(score(4)).toBe('4.00')
    expect(score(4.256)).toBe('4.26')
  })
})

describe('plainText', () => {
  it('leaves the words and drops the markup', () => {
    expect(plainText('[b]Born[/b] in [a=Oslo Trio], see [url=http://x.org]here[/url].\r\nTwice.')).toBe(
      'Born in Oslo Trio, see here.\nTwice.',
    )
  })
  it('leaves brackets that are not markup', () => {
    expect(plainText('Live [remastered]')).toBe('Live [remastered]')
  })
})
