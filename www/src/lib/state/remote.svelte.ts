// One thing that is fetched: on its way, there, or not to be had. Each part of a page has its own, so that a service
// that fails takes down its part alone.
import { asFailure, type Failure } from '../api/problem'

export class Remote<T> {
  data = $state.raw<T | null>(null)
  failure = $state.raw<Failure | null>(null)
  loading = $state(false)
  readonly #fetch: () => Promise<T>
  #latest = 0

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch
  }

  /** Fetches it (again). What was there stays until the new one comes; of two under way the later one counts. */
  async load(): Promise<void> {
    const mine = ++this.#latest

    this.loading = true
    try {
      const data = await this.#fetch()
      if (mine !== this.#latest) return
      this.data = data
      this.failure = null
    } catch (thrown) {
      if (mine !== this.#latest) return
      this.failure = asFailure(thrown)
    }
    this.loading = false
  }
}
