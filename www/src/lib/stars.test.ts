// stars.ts: pointing at half stars.
import { describe, expect, it } from 'vitest'
import { starsAt, starsOfKey } from './stars'

describe('starsAt', () => {
  it('means the half that lies under the point', () => {
    expect(starsAt(1, 100)).toBe(0.5)
    expect(starsAt(9.9, 100)).toBe(0.5)
    expect(starsAt(10.1, 100)).toBe(1)
    expect(starsAt(75, 100)).toBe(4)
    expect(starsAt(85, 100)).toBe(4.5)
    expect(starsAt(100, 100)).toBe(5)
  })
  it('stays within the stars when one is dragged out of them', () => {
    expect(starsAt(-30, 100)).toBe(0.5)
    expect(starsAt(300, 100)).toBe(5)
  })
})

describe('starsOfKey', () => {
  it('takes digits for stars and Delete for none', () => {
    expect(['1', '5', 'Delete', 'Backspace'].map(starsOfKey)).toEqual([1, 5, null, null])
  })
  it('leaves other keys alone', () => {
    for (const key of ['0', '6', 'Tab', 'ArrowRight', 'a']) expect(starsOfKey(key)).toBe(undefined)
  })
})
