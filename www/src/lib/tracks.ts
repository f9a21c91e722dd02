// The tracks of an album, put together by disc and by side as the sleeve would list them.
import type { Schemas } from './api/client'

type Song = Pick<
  Schemas['Song'],
  'id' | 'title' | 'artist' | 'disc_num' | 'track_num' | 'position' | 'duration'
>

export type Part<S extends Song = Song> = {
  /** Null where the album has one disc. */
  disc: number | null
  /** The letter, or null where positions name no side. */
  side: string | null
  songs: S[]
}

/** The side a position names: A of `A1`, `a`, `LP-A3`, `A2b`; none of `1`, `1-3`, `CD2-4`, `AC5` or nothing. */
export function sideOf(position: string | null): string | null {
  const found = /^(?:LP\d*-)?([A-Z])(?:\d{1,2}(?:[a-z]|\.\d+)?)?$/i.exec(position?.trim() ?? '')

  return found?.[1]?.toUpperCase() ?? null
}

/** The songs, in the order given, cut wherever the disc or the side changes. */
export function partsOf<S extends Song>(songs: S[]): Part<S>[] {
  const severalDiscs = new Set(songs.map((song) => song.disc_num ?? 1)).size > 1
  const parts: Part<S>[] = []

  for (const song of songs) {
    const disc = severalDiscs ? (song.disc_num ?? 1) : null
    const side = sideOf(song.position)
    const last = parts.at(-1)
    if (last && last.disc === disc && last.side === side) last.songs.push(song)
    else parts.push({ disc, side, songs: [song] })
  }
  return parts
}

/** What a length may look like: 4:44, 1:02:05, or seconds; HTML's `pattern`. */
export const DURATION = '([0-9]+:)?([0-9]{1,3}:)?[0-9]{1,5}'

/** `4:44` → 284; null for nothing. */
export function secondsOf(text = ''): number | null {
  return text.trim()
    ? text
        .trim()
        .split(':')
        .reduce((sum, part) => sum * 60 + Number(part), 0)
    : null
}

/** How long the songs play together, and how many of them do not say. */
export function playingTime(songs: Pick<Song, 'duration'>[]): { seconds: number; untimed: number } {
  return {
    seconds: songs.reduce((sum, song) => sum + (song.duration ?? 0), 0),
    untimed: songs.filter((song) => song.duration === null).length,
  }
}
