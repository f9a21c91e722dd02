// What the site holds on its user: fetched as a file, or given up together with the account.
import { body, type Api } from '../api/client'
import { asFailure, type Failure } from '../api/problem'

export class OwnData {
  fetching = $state(false)
  fetched = $state(false)
  failure = $state.raw<Failure | null>(null)
  readonly #api: Api

  constructor(api: Api) {
    this.#api = api
  }

  /** Everything that is held, saved as a file: a link could not carry the token. */
  async download(username: string): Promise<void> {
    if (this.fetching) return
    this.fetching = true
    this.fetched = false
    this.failure = null
    try {
      const blob = await body(this.#api.GET('/api/v1/users/export', { parseAs: 'blob' }))
      save(blob, `vinylhound-${username}.json`)
      this.fetched = true
    } catch (thrown) {
      this.failure = asFailure(thrown)
    }
    this.fetching = false
  }

  async leave(password: string, keepReviews: boolean): Promise<void> {
    await body(this.#api.DELETE('/api/v1/users/profile', { body: { password, keep_reviews: keepReviews } }))
  }
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')

  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
