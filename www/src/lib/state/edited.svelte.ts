// One thing of the catalogue in a form: what is there, what one makes of it, and what others did to it meanwhile.
import { body, type Api } from '../api/client'
import { asFailure } from '../api/problem'
import { changesOf, rebased, type Change, type Draft, type Kind } from '../editing/kind'
import { FormState } from './form.svelte'
import { Remote } from './remote.svelte'

const STALE = 412

export class Edited<T> {
  readonly form = new FormState()
  readonly kind: Kind<T>
  readonly id: number
  readonly remote: Remote<T>
  draft = $state<Draft>({})
  /** What others changed since one began: the server would not take what was made of the old state. */
  theirs = $state.raw<Change[] | null>(null)
  changes = $derived.by(() => (this.remote.data ? changesOf(this.kind, this.remote.data, this.draft) : []))
  #etag = ''
  readonly #api: Api

  constructor(api: Api, kind: Kind<T>, id: number) {
    this.#api = api
    this.kind = kind
    this.id = id
    this.remote = new Remote(() => this.#fetch())
  }

  /** Begins anew with what is there. */
  async load(): Promise<void> {
    await this.remote.load()
    if (this.remote.data) this.draft = this.kind.draftOf(this.remote.data)
  }

  /** Sends what was made of it; true if it was taken. */
  submit(event: SubmitEvent): Promise<boolean> {
    return this.form.submit(event, () => this.#save())
  }

  async #save(): Promise<void> {
    const before = this.remote.data as T

    try {
      await body(this.kind.save(this.#api, this.id, this.#etag, before, this.draft))
    } catch (thrown) {
      if (asFailure(thrown).status === STALE) await this.#catchUp(before)
      throw thrown
    }
  }

  /** Takes over what others changed where one has not touched it oneself. */
  async #catchUp(before: T): Promise<void> {
    const now = await this.#fetch()

    this.theirs = changesOf(this.kind, before, this.kind.draftOf(now))
    this.draft = rebased(this.kind, before, now, this.draft)
    this.remote.data = now
  }

  /** With one's own token: the ETag has to be of what is there now, not of the gateway's cache. */
  async #fetch(): Promise<T> {
    const found = await this.kind.load(this.#api, this.id)

    this.#etag = found.response.headers.get('ETag') ?? ''
    return body(Promise.resolve(found))
  }
}
