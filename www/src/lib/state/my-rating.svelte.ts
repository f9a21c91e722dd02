// The stars one gives an album: shown at once, sent when the hand rests, taken back if the server refuses.
import { body, type Api, type Schemas } from '../api/client'
import { asFailure, type Failure } from '../api/problem'

type Rating = Schemas['Rating']

export class MyRating {
  /** What the stars show; null is none. */
  shown = $state<number | null>(null)
  /** True once it is known what was given before. */
  ready = $state(false)
  saving = $state(false)
  failure = $state.raw<Failure | null>(null)

  #saved: Rating | null = null
  #wanted: number | null = null
  readonly #api: Api
  readonly albumId: number
  readonly #userId: number
  readonly #changed: () => void

  /** `changed` is called when the server has taken a rating or given it up. */
  constructor(api: Api, albumId: number, userId: number, changed: () => void) {
    this.#api = api
    this.albumId = albumId
    this.#userId = userId
    this.#changed = changed
  }

  async load(): Promise<void> {
    this.failure = null
    try {
      this.#keep(await this.#mine())
      this.ready = true
    } catch (thrown) {
      this.failure = asFailure(thrown)
    }
  }

  /** Shows `rating` without sending it: the hand is still moving. */
  show(rating: number | null): void {
    this.shown = rating
  }

  /** Makes `rating` the one that counts; null removes it. What is asked for while a request is under way is sent after
   *  it, and only the last of it. */
  async set(rating: number | null): Promise<void> {
    this.shown = rating
    this.#wanted = rating
    if (this.saving || !this.ready) return
    this.failure = null
    this.saving = true
    try {
      while (this.#wanted !== (this.#saved?.rating ?? null)) {
        this.#saved = await this.#send(this.#wanted)
        this.#changed()
      }
      this.shown = this.#wanted
    } catch (thrown) {
      this.failure = asFailure(thrown)
      this.#keep(this.#saved)
    }
    this.saving = false
  }

  #keep(rating: Rating | null): void {
    this.#saved = rating
    this.#wanted = this.shown = rating?.rating ?? null
  }

  async #mine(): Promise<Rating | null> {
    const query = { album_id: this.albumId, user_id: this.#userId, limit: 1 }
    const page = await body(this.#api.GET('/api/v1/ratings', { params: { query } }))

    return page.ratings[0] ?? null
  }

  async #send(wanted: number | null): Promise<Rating | null> {
    if (wanted === null) return this.#remove()
    return this.#saved ? this.#put(this.#saved.id, wanted) : this.#post(wanted)
  }

  async #post(rating: number): Promise<Rating> {
    try {
      return await body(this.#api.POST('/api/v1/ratings', { body: { album_id: this.albumId, rating } }))
    } catch (thrown) {
      // Rated meanwhile in another window: change that one.
      const present = asFailure(thrown).status === 409 ? await this.#mine() : null
      if (!present) throw thrown
      return present.rating === rating ? present : this.#put(present.id, rating)
    }
  }

  #put(id: number, rating: number): Promise<Rating> {
    return body(this.#api.PUT('/api/v1/ratings/{id}', { params: { path: { id } }, body: { rating } }))
  }

  async #remove(): Promise<null> {
    if (!this.#saved) return null
    try {
      await body(this.#api.DELETE('/api/v1/ratings/{id}', { params: { path: { id: this.#saved.id } } }))
    } catch (thrown) {
      // Gone already is gone.
      if (asFailure(thrown).status !== 404) throw thrown
    }
    return null
  }
}
