// The albums that meet a search, page by page.
import { body, type Api, type Schemas } from '../api/client'
import { after, Paged } from './paged.svelte'

export type Album = Schemas['Album']

export const sorts = [
  'title',
  '-release_year',
  'release_year',
  '-rating',
  '-popularity',
  '-created_at',
] as const
export type Sort = (typeof sorts)[number]

/** What of an album has to meet the search, besides words: each is a member of the address's query. */
export const facets = ['genre', 'style', 'decade', 'format', 'country', 'score', 'label'] as const
export type Facet = (typeof facets)[number]

/** A facet that is not asked for is ''. `decade` is its first year, `score` the least, `label` a label's number. */
export type Search = { q: string; sort: Sort; artistId?: number } & Partial<Record<Facet, string>>

const meaningful: Record<Facet, RegExp> = {
  genre: /^.{1,200}$/,
  style: /^.{1,200}$/,
  decade: /^[12]\d\d0$/,
  format: /^.{1,200}$/,
  country: /^.{1,200}$/,
  score: /^([1-4](\.5)?|0\.5|5)$/,
  label: /^[1-9]\d{0,15}$/,
}

/** What the query of the address asks for; what it says wrongly counts as not said. */
export function searchOf(query: URLSearchParams): Search {
  const sort = sorts.find((known) => known === query.get('sort')) ?? 'title'
  const search: Search = { q: (query.get('q') ?? '').trim().slice(0, 200), sort }

  for (const facet of facets) {
    const value = query.get(facet)?.trim() ?? ''
    if (meaningful[facet].test(value)) search[facet] = value
  }
  return search
}

/** The address's query for a search: searchOf of it is the search again. */
export function queryOf(search: Search): Record<string, string | undefined> {
  const query: Record<string, string | undefined> = { q: search.q }

  for (const facet of facets) query[facet] = search[facet]
  return { ...query, sort: search.sort === 'title' ? '' : search.sort }
}

export class AlbumList extends Paged<Album> {
  readonly search: Search

  constructor(api: Api, search: Search, limit = 40) {
    super(async (cursor) => {
      const query = { ...asked(search), limit, ...after(cursor) }
      const page = await body(api.GET('/api/v1/albums', { params: { query } }))

      return { items: page.albums, next: page.next_cursor }
    })
    this.search = search
  }

  get albums(): Album[] {
    return this.items
  }
}

/** What the API is asked for a search. */
function asked({ q, sort, artistId, genre, style, decade, format, country, score, label }: Search) {
  return {
    sort,
    ...(q && { q }),
    ...(genre && { genre }),
    ...(style && { style }),
    ...(decade && { year_from: Number(decade), year_to: Number(decade) + 9 }),
    ...(format && { format }),
    ...(country && { country }),
    ...(score && { min_rating: Number(score) }),
    ...(label && { label_id: Number(label) }),
    ...(artistId !== undefined && { artist_id: artistId }),
  }
}

// Not shown by itself, so it need not be reactive.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const kept = new Map<string, AlbumList>()
const KEEP = 6

/** The list for a search. With `returned` the one last shown for it, with all its pages, so that Back leads to the very
 *  place one left. */
export function listFor(api: Api, search: Search, returned: boolean, limit = 40): AlbumList {
  const key = JSON.stringify([search, limit])
  const list = (returned && kept.get(key)) || new AlbumList(api, search, limit)
  const oldest = kept.keys().next().value

  kept.delete(key)
  kept.set(key, list)
  if (kept.size > KEEP && oldest !== undefined) kept.delete(oldest)
  return list
}
