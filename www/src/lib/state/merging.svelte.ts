// Two albums that are one: the one that goes, and the one that stays.
import { body, type Api } from '../api/client'
import { asFailure, type Failure } from '../api/problem'
import type { Album } from './album-list.svelte'
import { Remote } from './remote.svelte'

const STALE = 412

export class Merging {
  readonly from: Remote<Album>
  into = $state.raw<Album | null>(null)
  failure = $state.raw<Failure | null>(null)
  busy = $state(false)
  #etag = ''
  readonly #api: Api
  readonly #id: number

  constructor(api: Api, id: number) {
    this.#api = api
    this.#id = id
    this.from = new Remote(async () => {
      const found = await api.GET('/api/v1/albums/{id}', { params: { path: { id } } })
      this.#etag = found.response.headers.get('ETag') ?? ''
      return body(Promise.resolve(found))
    })
  }

  async choose(id: number): Promise<void> {
    this.failure = null
    try {
      this.into = await body(this.#api.GET('/api/v1/albums/{id}', { params: { path: { id } } }))
    } catch (thrown) {
      this.failure = asFailure(thrown)
    }
  }

  /** The album that has stayed; null if they are two still. */
  async merge(): Promise<Album | null> {
    if (this.busy || !this.into) return null
    const params = { path: { id: this.#id }, header: { 'If-Match': this.#etag } }
    let stays: Album | null = null

    this.busy = true
    this.failure = null
    try {
      stays = await body(
        this.#api.POST('/api/v1/albums/{id}/merge', { params, body: { into: this.into.id } }),
      )
    } catch (thrown) {
      this.failure = asFailure(thrown)
      if (this.failure.status === STALE) await this.from.load()
    }
    this.busy = false
    return stays
  }
}
