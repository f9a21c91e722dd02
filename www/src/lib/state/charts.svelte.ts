// Charts and recommendations: numbers of albums from the rating service, the albums from the catalogue.
import { body, publicApi, type Schemas } from '../api/client'
import { session } from '../session.svelte'
import { albumsById } from './albums-by-id'
import type { Album } from './album-list.svelte'
import { after, Paged } from './paged.svelte'

export const chartSorts = ['top', 'popular', 'trending'] as const
export type ChartSort = (typeof chartSorts)[number]
export type Place = Schemas['ChartPlace'] & { id: number; album: Album }

export function chart(
  sort: ChartSort,
  narrowed: { genre?: string; decade?: string },
  limit = 40,
): Paged<Place> {
  return new Paged(async (cursor) => {
    const { genre, decade } = narrowed
    const query = {
      sort,
      limit,
      ...(genre && { genre }),
      ...(decade && { year_from: Number(decade), year_to: Number(decade) + 9 }),
      ...after(cursor),
    }
    const page = await body(publicApi.GET('/api/v1/charts', { params: { query } }))
    const albums = await albumsById(page.albums.map((place) => place.album_id))

    return {
      items: page.albums.flatMap((place) => {
        const album = albums.get(place.album_id)
        return album ? [{ ...place, id: place.album_id, album }] : []
      }),
      next: page.next_cursor,
    }
  })
}

// Not shown by itself, so it need not be reactive.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const shelves = new Map<ChartSort, Paged<Album>>()

/** The first of a chart, in its order. With `returned` the one last shown, so that Back leads to the very place. */
export function chartShelf(sort: ChartSort, returned: boolean, limit: number): Paged<Album> {
  const kept = returned ? shelves.get(sort) : undefined
  const first = chart(sort, {}, limit)
  const shelf =
    kept ??
    new Paged(async () => {
      await first.more()
      if (first.failure) throw first.failure
      return { items: first.items.map(({ album }) => album), next: null }
    })

  shelves.set(sort, shelf)
  return shelf
}

export type Recommended = { album: Album; predicted: number; because: { album: Album; rating: number }[] }

/** What the caller may like, with the albums that speak for it. */
export async function recommended(limit: number): Promise<Recommended[]> {
  const { recommendations } = await body(
    session.api.GET('/api/v1/recommendations', { params: { query: { limit } } }),
  )
  const albums = await albumsById(
    recommendations.flatMap((one) => [one.album_id, ...one.because.map((why) => why.album_id)]),
  )

  return recommendations.flatMap((one) => {
    const album = albums.get(one.album_id)
    const because = one.because.flatMap(({ album_id, rating }) => {
      const why = albums.get(album_id)
      return why ? [{ album: why, rating }] : []
    })
    return album ? [{ album, predicted: one.predicted_rating, because }] : []
  })
}

/** How well an album would please the caller, and why; null if it is not among what is recommended to them. */
export async function reasonFor(albumId: number): Promise<Omit<Recommended, 'album'> | null> {
  const { recommendations } = await body(
    session.api.GET('/api/v1/recommendations', { params: { query: { limit: 100 } } }),
  )
  const found = recommendations.find((one) => one.album_id === albumId)
  if (!found) return null
  const albums = await albumsById(found.because.map((why) => why.album_id))

  return {
    predicted: found.predicted_rating,
    because: found.because.flatMap(({ album_id, rating }) => {
      const album = albums.get(album_id)
      return album ? [{ album, rating }] : []
    }),
  }
}

export async function dismiss(album: Album): Promise<void> {
  await body(
    session.api.PUT('/api/v1/recommendations/{id}/dismissed', { params: { path: { id: album.id } } }),
  )
}
