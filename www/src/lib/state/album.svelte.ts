// Everything an album's page shows, each part fetched by itself.
import { body, publicApi, type Api, type Schemas } from '../api/client'
import { navigation } from '../navigation.svelte'
import { paths } from '../router'
import { session } from '../session.svelte'
import { Remote } from './remote.svelte'

export type Song = Schemas['Song']
export type Release = Schemas['Release']
export type Summary = Schemas['RatingSummary']

const MOST_SONGS = 1000
const PRESSINGS = 20

export class AlbumState {
  readonly id: number
  readonly album: Remote<Schemas['Album']>
  readonly songs: Remote<Song[]>
  readonly summary: Remote<Summary>
  readonly pressings: Remote<{ releases: Release[]; more: boolean }>
  #pressingLimit = PRESSINGS

  constructor(id: number) {
    this.id = id
    this.album = new Remote(() => this.#fetchAlbum())
    this.songs = new Remote(() => allSongs(id))
    this.summary = new Remote(() => this.#fetchSummary())
    this.pressings = new Remote(() => this.#fetchPressings())
  }

  load(): void {
    for (const part of [this.album, this.songs, this.summary, this.pressings]) void part.load()
  }

  allPressings(): void {
    this.#pressingLimit = 100
    void this.pressings.load()
  }

  /** The address of an album that is part of another one now leads to that one. */
  async #fetchAlbum(): Promise<Schemas['Album']> {
    const { id } = this
    const album = await body(publicApi.GET('/api/v1/albums/{id}', { params: { path: { id } } }))

    if (album.id !== id) navigation.go(paths.album(album.id), { replace: true })
    return album
  }

  /** With one's own token the answer does not come from the gateway's cache: one sees one's own rating counted. */
  #fetchSummary(): Promise<Summary> {
    const api = session.user ? session.api : publicApi

    return body(api.GET('/api/v1/ratings/summary', { params: { query: { album_id: this.id } } }))
  }

  async #fetchPressings() {
    const query = { album_id: this.id, limit: this.#pressingLimit }
    const page = await body(publicApi.GET('/api/v1/releases', { params: { query } }))

    return { releases: page.releases, more: page.next_cursor !== null && this.#pressingLimit < 100 }
  }
}

/** All songs of an album in playing order; a box set has several pages of them. */
export async function allSongs(albumId: number, api: Api = publicApi): Promise<Song[]> {
  const songs: Song[] = []
  let cursor: string | null = null

  do {
    const query: { album_id: number; limit: number; cursor?: string } = { album_id: albumId, limit: 100 }
    if (cursor) query.cursor = cursor
    const page: Schemas['Songs'] = await body(api.GET('/api/v1/songs', { params: { query } }))
    songs.push(...page.songs)
    cursor = page.next_cursor
  } while (cursor && songs.length < MOST_SONGS)
  return songs
}
