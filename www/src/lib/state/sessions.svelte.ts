// Where one is logged in, and how to end that.
import { body, type Schemas } from '../api/client'
import { asFailure, type Failure } from '../api/problem'
import { session } from '../session.svelte'
import { after, Paged } from './paged.svelte'

export type OwnSession = Schemas['OwnSession']

export class OwnSessions extends Paged<OwnSession> {
  /** Why a session could not be ended. */
  refused = $state.raw<Failure | null>(null)
  /** The one just being ended. */
  ending = $state<number | null>(null)

  constructor() {
    super(async (cursor) => {
      const query = { limit: 50, ...after(cursor) }
      const page = await body(session.api.GET('/api/v1/auth/sessions', { params: { query } }))

      return { items: page.sessions, next: page.next_cursor }
    })
  }

  async end(one: OwnSession): Promise<void> {
    this.refused = null
    this.ending = one.id
    try {
      await body(session.api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id: one.id } } }))
      this.#gone(one)
    } catch (thrown) {
      // Ended already is ended.
      if (asFailure(thrown).status === 404) this.#gone(one)
      else this.refused = asFailure(thrown)
    }
    this.ending = null
  }

  #gone(one: OwnSession): void {
    this.items = this.items.filter(({ id }) => id !== one.id)
  }
}

/** What a browser calls itself, short enough for people: `Firefox on Linux`; null if it is none that is known. */
export function browserOf(userAgent: string | null): { browser: string; system: string } | null {
  const browser = [
    ['Edge', /Edg\//],
    ['Firefox', /Firefox\//],
    ['Chrome', /Chrome\//],
    ['Safari', /Safari\//],
  ].find(([, pattern]) => (pattern as RegExp).test(userAgent ?? ''))?.[0] as string | undefined
  const system = /Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(userAgent ?? '')?.[0]

  return browser && system ? { browser, system: system.replace('Mac OS X', 'macOS') } : null
}
