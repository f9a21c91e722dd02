// tracks.ts: sides, discs and playing time.
import { describe, expect, it } from 'vitest'
import { DURATION, partsOf, playingTime, secondsOf, sideOf } from './tracks'

const song = (
  id: number,
  position: string | null,
  disc_num: number | null = 1,
  duration: number | null = 60,
) => ({
  id,
  title: `Song ${id}`,
  artist: 'Somebody',
  track_num: id,
  disc_num,
  position,
  duration,
})

describe('sideOf', () => {
  it('reads the side of what is printed on a record', () => {
    for (const position of ['A', 'A1', 'a1', 'A12', ' A1 ', 'LP-A3', 'A2b', 'A1.2'])
      expect(sideOf(position)).toBe('A')
  })
  it('finds none where none is named', () => {
    for (const position of [null, '', '1', '1-3', 'CD2-4', 'AC5', '1.1', 'Video'])
      expect(sideOf(position)).toBe(null)
  })
})

describe('partsOf', () => {
  it('keeps an album without sides in one part', () => {
    const parts = partsOf([song(1, '1'), song(2, '2')])
    expect(parts).toMatchObject([{ disc: null, side: null }])
    expect(parts[0]?.songs).toHaveLength(2)
  })
  it('cuts at each side', () => {
    expect(partsOf([song(1, 'A1'), song(2, 'A2'), song(3, 'B1')])).toMatchObject([
      { disc: null, side: 'A', songs: [{ id: 1 }, { id: 2 }] },
      { disc: null, side: 'B', songs: [{ id: 3 }] },
    ])
  })
  it('names the discs where there are several', () => {
    expect(partsOf([song(1, '1-1', 1), song(2, '2-1', 2)])).toMatchObject([{ disc: 1 }, { disc: 2 }])
  })
  it('has no part for an album without tracks', () => {
    expect(partsOf([])).toEqual([])
  })
})

describe('playingTime', () => {
  it('adds up what is known and counts what is not', () => {
    expect(playingTime([song(1, '1', 1, 100), song(2, '2', 1, null), song(3, '3', 1, 20)])).toEqual({
      seconds: 120,
      untimed: 1,
    })
  })
})

describe('secondsOf', () => {
  it('reads a length as it is printed', () => {
    expect(secondsOf('4:44')).toBe(284)
    expect(secondsOf(' 1:02:05 ')).toBe(3725)
    expect(secondsOf('95')).toBe(95)
    expect(secondsOf('')).toBeNull()
  })
  it('is only given what the pattern lets through', () => {
    const pattern = new RegExp(`^(?:${DURATION})$`)
    for (const text of ['4:44', '1:02:05', '95']) expect(pattern.test(text), text).toBe(true)
    for (const text of ['4:', ':44', 'four', '-1:00', '1:2:3:4']) expect(pattern.test(text), text).toBe(false)
  })
})
