// What administrators see of accounts, and one of them to decide on.
import { body, type Api, type Schemas } from '../api/client'
import { asFailure } from '../api/problem'
import { FormState } from './form.svelte'
import { after, Paged } from './paged.svelte'
import { Remote } from './remote.svelte'

export type Account = Schemas['Account']
export const roles = ['editor', 'moderator', 'admin'] as const
export type Role = (typeof roles)[number]
export type Wanted = { q: string; role: Role | ''; disabled: boolean }

const STALE = 412

export class Accounts extends Paged<Account> {
  constructor(api: Api, { q, role, disabled }: Wanted) {
    super(async (cursor) => {
      const asked = {
        ...(q && { q }),
        ...(role && { role }),
        ...(disabled && { disabled: 'true' as const }),
      }
      const query = { ...asked, limit: 20, ...after(cursor) }
      const page = await body(api.GET('/api/v1/users', { params: { query } }))

      return { items: page.users, next: page.next_cursor }
    })
  }

  replace(account: Account): void {
    this.items = this.items.map((one) => (one.id === account.id ? account : one))
  }
}

/** One account as it is now, and what one makes of it. */
export class Decision {
  readonly form = new FormState()
  readonly remote: Remote<Account>
  given = $state<Record<Role, boolean>>({ editor: false, moderator: false, admin: false })
  disabled = $state(false)
  #etag = ''
  readonly #api: Api
  readonly #path: { username: string }

  constructor(api: Api, username: string) {
    this.#api = api
    this.#path = { username }
    this.remote = new Remote(() => this.#fetch())
  }

  async load(): Promise<void> {
    await this.remote.load()
    if (this.remote.data) this.#show(this.remote.data)
  }

  submit(event: SubmitEvent): Promise<boolean> {
    return this.form.submit(event, async () => {
      const params = { path: this.#path, header: { 'If-Match': this.#etag } }
      const change = { roles: roles.filter((role) => this.given[role]), disabled: this.disabled }
      const call = this.#api.PUT('/api/v1/users/{username}/account', { params, body: change })

      try {
        this.remote.data = await body(this.#noting(call))
      } catch (thrown) {
        // What another administrator decided meanwhile is shown.
        if (asFailure(thrown).status === STALE) await this.load()
        throw thrown
      }
    })
  }

  endSessions(event: SubmitEvent): Promise<boolean> {
    return this.form.submit(event, async () => {
      await body(this.#api.DELETE('/api/v1/users/{username}/sessions', { params: { path: this.#path } }))
      this.remote.data = await this.#fetch()
    })
  }

  #show(account: Account): void {
    for (const role of roles) this.given[role] = account.roles.includes(role)
    this.disabled = account.disabled
  }

  #fetch(): Promise<Account> {
    const call = this.#api.GET('/api/v1/users/{username}/account', { params: { path: this.#path } })
    return body(this.#noting(call))
  }

  /** The answer, once its ETag is kept. */
  async #noting<T extends { response: Response }>(call: Promise<T>): Promise<T> {
    const outcome = await call
    this.#etag = outcome.response.headers.get('ETag') ?? this.#etag
    return outcome
  }
}
