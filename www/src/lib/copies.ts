// Copies of records: their condition, what a form holds of one, and how a list of them is narrowed and ordered.
import type { Item, ItemChange } from './offline/database'
import { t, tongue } from './strings'

const GRADES = ['M', 'NM', 'VG+', 'VG', 'G+', 'G', 'F', 'P'] as const
type Grade = (typeof GRADES)[number]

/** The Goldmine grades, best first, as a form offers them. */
export function grades(): [string, string][] {
  return GRADES.map((grade) => [grade, `${grade} – ${t.copies.grades[grade]}`])
}

/** A copy as the fields of a form. */
export type Draft = Record<
  'status' | 'release' | 'media' | 'sleeve' | 'price' | 'currency' | 'acquired' | 'place' | 'notes',
  string
>

export function draftOf(item: Item | null, status: Item['status']): Draft {
  return {
    status: item?.status ?? status,
    release: item?.release_id ? String(item.release_id) : '',
    media: item?.media_condition ?? '',
    sleeve: item?.sleeve_condition ?? '',
    price: item?.purchase_price?.toString() ?? '',
    currency: item?.currency ?? 'EUR',
    acquired: item?.acquired_on ?? '',
    place: item?.location ?? '',
    notes: item?.notes ?? '',
  }
}

/** What the server is sent. A price may be written with a comma; without one there is no currency. */
export function changeOf(draft: Draft, albumId: number): ItemChange {
  const price = draft.price.trim().replace(',', '.')

  return {
    album_id: albumId,
    status: draft.status as Item['status'],
    release_id: draft.release ? Number(draft.release) : null,
    media_condition: (draft.media || null) as Grade | null,
    sleeve_condition: (draft.sleeve || null) as Grade | null,
    purchase_price: price === '' ? null : Number(price),
    currency: price === '' ? null : draft.currency.trim().toUpperCase(),
    acquired_on: draft.acquired || null,
    location: draft.place.trim() || null,
    notes: draft.notes.trim() || null,
  }
}

export const orders = ['-created_at', 'artist', 'title', 'release_year', '-release_year'] as const
export type Order = (typeof orders)[number]

/** Without accents and case, as one types in a hurry. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** What of a copy can be found by words; folded once, for one types faster than a thousand are. */
const texts = new WeakMap<Item, string>()

function textOf(item: Item): string {
  const known = texts.get(item)
  if (known !== undefined) return known
  const text = folded([item.album.artist, item.album.title, item.location, item.notes].join(' '))

  texts.set(item, text)
  return text
}

/** Those that hold all the words, in artist, title, place or notes. */
export function matching(items: Item[], q: string): Item[] {
  const words = folded(q).split(/\s+/).filter(Boolean)

  if (!words.length) return items
  return items.filter((item) => words.every((word) => textOf(item).includes(word)))
}

let collator: { tongue: string; compare: (a: string, b: string) => number } | null = null

/** How the language spoken puts names in order. */
function compare(a: string, b: string): number {
  if (collator?.tongue !== tongue) {
    const options = { sensitivity: 'base', numeric: true } as const
    collator = { tongue, compare: new Intl.Collator(tongue, options).compare }
  }
  return collator.compare(a, b)
}

export function ordered(items: Item[], order: Order): Item[] {
  const year = (item: Item) => item.album.release_year ?? 9999
  const by: Record<Order, (a: Item, b: Item) => number> = {
    // times of the same form, of which the later is the greater text
    '-created_at': (a, b) =>
      a.created_at === b.created_at ? b.id - a.id : a.created_at < b.created_at ? 1 : -1,
    artist: (a, b) => compare(a.album.artist, b.album.artist) || year(a) - year(b),
    title: (a, b) => compare(a.album.title, b.album.title),
    release_year: (a, b) => year(a) - year(b) || compare(a.album.artist, b.album.artist),
    '-release_year': (a, b) => (b.album.release_year ?? 0) - (a.album.release_year ?? 0),
  }

  return [...items].sort(by[order])
}

/** What was paid up to each time, in one currency. */
export type Growth = { currency: string; points: { time: number; sum: number }[] }

/** Copies owned with a price, by the day they came, else the day they were written down; added up for each currency. */
export function growthOf(items: Item[]): Growth[] {
  const paid = new Map<string, { time: number; price: number }[]>()

  for (const { status, purchase_price: price, currency, acquired_on, created_at } of items) {
    if (status !== 'owned' || price === null || currency === null) continue
    paid.set(currency, [
      ...(paid.get(currency) ?? []),
      { time: Date.parse(acquired_on ?? created_at), price },
    ])
  }
  return [...paid].map(([currency, list]) => {
    let sum = 0
    const points = list
      .sort((a, b) => a.time - b.time)
      .map(({ time, price }) => ({ time, sum: (sum += price) }))
    return { currency, points }
  })
}
