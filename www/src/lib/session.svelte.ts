// Who is logged in. The access token lives in this object and nowhere else; the refresh token is a cookie that scripts
// cannot see, so a word in localStorage says whether asking for a new access token is worth a request.
import { body, clientOver, publicApi, type Api, type Schemas } from './api/client'
import { asFailure, type Failure } from './api/problem'
import { storage } from './storage'

export type User = Schemas['SessionUser']
type Answer = Schemas['Session']

const HINT = 'vinylhound.session'
const MARGIN_MS = 30_000
/** Not every browser says when a network is back, and the first request after that often fails. */
const AGAIN_MS = 2500

export class Session {
  user = $state.raw<User | null>(null)
  /** False until it is known whether a session of before goes on. */
  settled = $state(false)
  /** Whether a session has ended by itself, so that one may be told why one is to log in. */
  lost = $state(false)
  /** Set if it could not be found out whether a session goes on. */
  failure = $state.raw<Failure | null>(null)
  /** Whether the user may change the catalogue. */
  edits = $derived(this.user?.roles.some((role) => role === 'editor' || role === 'admin') ?? false)
  /** The API with this session's token. */
  readonly api: Api

  #token: string | null = null
  #expiresAt = 0
  #refreshing: Promise<boolean> | null = null
  readonly #auth: Api
  readonly #send: (request: Request) => Promise<Response>

  constructor(auth: Api, send: (request: Request) => Promise<Response>, baseUrl?: string) {
    this.#auth = auth
    this.#send = send
    this.api = clientOver((request) => this.#authorised(request), baseUrl)
  }

  /** Takes up the session of an earlier visit, if there is one. */
  async start(): Promise<void> {
    if (storage.get(HINT) !== null) await this.refresh()
    this.settled = true
    storage.onChange(HINT, (value) => value === null && this.#forget())
  }

  /** What could not be found out may be now: a network is said to be back, or it is a while since. */
  async recover(): Promise<void> {
    if (this.failure) await this.refresh()
  }

  async login(username: string, password: string): Promise<void> {
    this.#take(await body(this.#auth.POST('/api/v1/auth/login', { body: { username, password } })))
  }

  async signup(account: Schemas['Signup']): Promise<void> {
    this.#take(await body(this.#auth.POST('/api/v1/auth/signup', { body: account })))
  }

  async logout(): Promise<void> {
    try {
      await body(this.api.POST('/api/v1/auth/logout'))
    } catch (thrown) {
      if (asFailure(thrown).status !== 401) throw thrown
    }
    this.#forget()
    storage.set(HINT, null)
  }

  /** The account is gone, and every session with it. */
  ended(): void {
    this.#forget()
    storage.set(HINT, null)
  }

  /** A profile that was changed shows its new name at once. */
  rename(displayName: string | null): void {
    if (this.user) this.user = { ...this.user, display_name: displayName }
  }

  /** Asks for a new access token; true if there is one. However many callers ask, one request is under way. */
  refresh(): Promise<boolean> {
    return (this.#refreshing ??= oneTabAtATime(() => this.#renew()).finally(() => (this.#refreshing = null)))
  }

  async #renew(): Promise<boolean> {
    try {
      this.#take(await body(this.#auth.POST('/api/v1/auth/refresh')))
      return true
    } catch (thrown) {
      const failure = asFailure(thrown)
      if (failure.status === 401) {
        this.#forget()
        this.lost = true
        storage.set(HINT, null)
      } else {
        this.failure = failure
        if (failure.status === 0) setTimeout(() => void this.recover(), AGAIN_MS)
      }
      return false
    }
  }

  async #authorised(request: Request): Promise<Response> {
    if (this.#token && Date.now() > this.#expiresAt - MARGIN_MS) await this.refresh()
    const first = await this.#send(this.#signed(request.clone()))
    if (first.status !== 401 || !this.user || !(await this.refresh())) return first
    return this.#send(this.#signed(request))
  }

  #signed(request: Request): Request {
    if (this.#token) request.headers.set('Authorization', `Bearer ${this.#token}`)
    return request
  }

  #take(answer: Answer): void {
    this.#token = answer.token
    this.#expiresAt = Date.now() + answer.expires_in * 1000
    this.user = answer.user
    this.failure = null
    this.lost = false
    storage.set(HINT, '1')
  }

  #forget(): void {
    this.#token = null
    this.user = null
    this.failure = null
  }
}

/** Two tabs that send the same refresh cookie look like a thief and end the session, so one waits for the other. */
async function oneTabAtATime(renew: () => Promise<boolean>): Promise<boolean> {
  const locks = globalThis.navigator?.locks

  return locks ? locks.request(HINT, renew) : renew()
}

export const session = new Session(publicApi, (request) => fetch(request))
