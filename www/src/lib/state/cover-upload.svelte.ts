// A picture chosen for an album's cover: looked at here, then sent.
import { body, type Api, type Schemas } from '../api/client'
import { asFailure, Failure } from '../api/problem'
import { t } from '../strings'
import { Remote } from './remote.svelte'

/** What the API takes (openapi/catalog.yaml). */
export const COVER_TYPES = ['image/jpeg', 'image/png', 'image/webp']
export const COVER_BYTES = 2 * 1024 * 1024

export class CoverUpload {
  readonly remote: Remote<Schemas['Album']>
  /** The address of the picture that was chosen, in this browser alone. */
  preview = $state<string | null>(null)
  failure = $state.raw<Failure | null>(null)
  busy = $state(false)
  #file: File | null = null
  #etag = ''
  readonly #api: Api
  readonly #path: { id: number }

  constructor(api: Api, id: number) {
    this.#api = api
    this.#path = { id }
    this.remote = new Remote(async () => {
      const found = await api.GET('/api/v1/albums/{id}', { params: { path: this.#path } })
      this.#etag = found.response.headers.get('ETag') ?? ''
      return body(Promise.resolve(found))
    })
  }

  choose(file: File | undefined): void {
    this.drop()
    if (!file) return
    if (!COVER_TYPES.includes(file.type)) this.failure = new Failure(t.editing.coverType, 415)
    else if (file.size > COVER_BYTES) this.failure = new Failure(t.editing.coverSize, 413)
    else {
      this.#file = file
      this.preview = URL.createObjectURL(file)
    }
  }

  /** The picture cannot be drawn by the browser either. */
  unreadable(): void {
    this.drop()
    this.failure = new Failure(t.editing.coverType, 415)
  }

  drop(): void {
    if (this.preview) URL.revokeObjectURL(this.preview)
    this.preview = this.failure = this.#file = null
  }

  /** True if the album has it. */
  send(): Promise<boolean> {
    const file = this.#file

    return this.#act(() =>
      this.#api.PUT('/api/v1/albums/{id}/cover', {
        params: this.#params(),
        headers: { 'Content-Type': file?.type },
        // The types know of no body that is a picture.
        body: file as never,
        bodySerializer: () => file,
      }),
    )
  }

  remove(): Promise<boolean> {
    return this.#act(() => this.#api.DELETE('/api/v1/albums/{id}/cover', { params: this.#params() }))
  }

  #params() {
    return { path: this.#path, header: { 'If-Match': this.#etag } }
  }

  async #act(call: () => Promise<{ data?: unknown; error?: unknown; response: Response }>): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    this.failure = null
    try {
      await body(call())
      this.drop()
    } catch (thrown) {
      this.failure = asFailure(thrown)
      // What one was not told of is fetched, so that a second try is of what one has seen.
      if (this.failure.status === 412) await this.remote.load()
    }
    this.busy = false
    return this.failure === null
  }
}
