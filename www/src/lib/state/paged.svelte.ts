// A list that the server gives page by page.
import { asFailure, type Failure } from '../api/problem'

/** A page of it; `next` is the cursor of the one after, null at the end. */
export type PageOf<T> = { items: T[]; next: string | null }

/** So many pages in a row may be empty before somebody has to ask for more. */
const EMPTY_PAGES = 10

export class Paged<T> {
  items = $state.raw<T[]>([])
  failure = $state.raw<Failure | null>(null)
  loading = $state(false)
  /** True once the first page is there. */
  begun = $state(false)
  #cursor = $state<string | null>(null)
  readonly #fetch: (cursor: string | null) => Promise<PageOf<T>>

  constructor(fetch: (cursor: string | null) => Promise<PageOf<T>>) {
    this.#fetch = fetch
  }

  get hasMore(): boolean {
    return this.#cursor !== null
  }

  get empty(): boolean {
    return this.begun && this.items.length === 0
  }

  /** Fetches the first page, or the one after those that are there. */
  async more(): Promise<void> {
    if (this.loading || (this.begun && !this.hasMore)) return
    this.loading = true
    this.failure = null
    try {
      // a list of several filters may have an empty page and go on behind it
      for (let pages = 0; pages < EMPTY_PAGES; pages++) {
        const { items, next } = await this.#fetch(this.#cursor)
        this.items = [...this.items, ...items]
        this.#cursor = next
        this.begun = true
        if (items.length > 0 || next === null) break
      }
    } catch (thrown) {
      this.failure = asFailure(thrown)
    }
    this.loading = false
  }

  /** Begins at the first page again. */
  async again(): Promise<void> {
    if (this.loading) return
    this.items = []
    this.begun = false
    this.#cursor = null
    await this.more()
  }
}

/** A cursor as a query wants it: no member at all for the first page. */
export function after(cursor: string | null): { cursor?: string } {
  return cursor ? { cursor } : {}
}
