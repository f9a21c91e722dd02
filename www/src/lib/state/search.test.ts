// search.svelte.ts: which part of a title is shown as found.
import { describe, expect, it } from 'vitest'
import { pieces } from './search.svelte'

describe('pieces', () => {
  it('cuts a title where what was found begins and ends', () => {
    expect(pieces('OK Computer', [[3, 7]])).toEqual([
      { text: 'OK ', found: false },
      { text: 'Comp', found: true },
      { text: 'uter', found: false },
    ])
  })
  it('counts characters, not halves of them', () => {
    expect(pieces('😀 Blue', [[2, 6]]).map(({ text }) => text)).toEqual(['😀 ', 'Blue'])
  })
  it('leaves a title whole in which nothing was found', () => {
    expect(pieces('Blue', [])).toEqual([{ text: 'Blue', found: false }])
  })
})
