// An album's tracks being edited: typed, moved, added and taken out, and saved as a whole.
import { body, type Api, type Schemas } from '../api/client'
import { asFailure } from '../api/problem'
import { creditsOf } from '../editing/album'
import { textOf, type Change } from '../editing/kind'
import { duration } from '../format'
import { secondsOf } from '../tracks'
import { allSongs } from './album.svelte'
import { FormState } from './form.svelte'
import { Remote } from './remote.svelte'

type Album = Schemas['Album']
type Track = Schemas['TrackBody']
/** `key` tells rows apart while they move. */
export type Row = { key: number; position: string; title: string; length: string }

const STALE = 412

export class TrackList {
  readonly form = new FormState()
  readonly remote: Remote<{ album: Album; tracks: Track[] }>
  rows = $state<Row[]>([])
  theirs = $state.raw<Change[] | null>(null)
  tracks = $derived(this.rows.filter(({ title }) => title.trim()).map(trackOf))
  changes = $derived.by(() => differing(this.remote.data?.tracks ?? [], this.tracks))
  #etag = ''
  #keys = 0
  readonly #api: Api
  readonly #id: number

  constructor(api: Api, id: number) {
    this.#api = api
    this.#id = id
    this.remote = new Remote(() => this.#fetch())
  }

  async load(): Promise<void> {
    await this.remote.load()
    this.rows = (this.remote.data?.tracks ?? []).map((track) => this.#rowOf(track))
  }

  add(): void {
    this.rows.push(this.#rowOf({ title: '' }))
  }

  remove(row: Row): void {
    this.rows = this.rows.filter(({ key }) => key !== row.key)
  }

  /** By one place, up (-1) or down (1). */
  move(row: Row, by: -1 | 1): void {
    const from = this.rows.findIndex(({ key }) => key === row.key)
    const rows = [...this.rows]

    if (from + by < 0 || from + by >= rows.length) return
    rows.splice(from + by, 0, ...rows.splice(from, 1))
    this.rows = rows
  }

  submit(event: SubmitEvent): Promise<boolean> {
    return this.form.submit(event, () => this.#save())
  }

  async #save(): Promise<void> {
    const before = this.remote.data
    if (!before) return
    const { title, release_year, genres, styles, description } = before.album
    const facts = { title, release_year, genres, styles, description, ...creditsOf(before.album) }

    try {
      await body(
        this.#api.PUT('/api/v1/albums/{id}', {
          params: { path: { id: this.#id }, header: { 'If-Match': this.#etag } },
          body: { ...facts, tracks: this.tracks },
        }),
      )
    } catch (thrown) {
      if (asFailure(thrown).status === STALE) {
        this.remote.data = await this.#fetch()
        this.theirs = differing(before.tracks, this.remote.data.tracks)
      }
      throw thrown
    }
  }

  #rowOf({ position, title, duration: seconds }: Track): Row {
    const length = typeof seconds === 'number' ? duration(seconds) : ''
    return { key: this.#keys++, position: position ?? '', title, length }
  }

  async #fetch() {
    const found = await this.#api.GET('/api/v1/albums/{id}', { params: { path: { id: this.#id } } })
    const album = await body(Promise.resolve(found))
    const songs = await allSongs(this.#id, this.#api)

    this.#etag = found.response.headers.get('ETag') ?? ''
    return {
      album,
      tracks: songs.map(({ position, title, duration: seconds }) => ({ position, title, duration: seconds })),
    }
  }
}

function trackOf({ position, title, length }: Row): Track {
  return { position: textOf(position), title: title.trim(), duration: secondsOf(length) }
}

function differing(before: Track[], after: Track[]): Change[] {
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field: 'tracks', before, after }]
}
