// The albums that other services know by number alone.
import { body, publicApi } from '../api/client'
import type { Album } from './album-list.svelte'

const AT_ONCE = 100

/** The albums of these numbers, by number; one that is gone is not among them. */
export async function albumsById(ids: number[]): Promise<Map<number, Album>> {
  const wanted = [...new Set(ids)]
  const found = new Map<number, Album>()

  for (let i = 0; i < wanted.length; i += AT_ONCE) {
    const query = { ids: wanted.slice(i, i + AT_ONCE), limit: AT_ONCE }
    const { albums } = await body(publicApi.GET('/api/v1/albums', { params: { query } }))
    for (const album of albums) found.set(album.id, album)
  }
  return found
}
