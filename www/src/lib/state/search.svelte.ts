// What is meant by a few words, asked anew as one types; an answer that comes late does not replace a newer one.
import { body, publicApi, type Schemas } from '../api/client'
import { asFailure, type Failure } from '../api/problem'

export type Result = Schemas['SearchResult']
export type Kind = Result['type']
export const kinds: Kind[] = ['album', 'artist', 'song', 'label']

export class SearchState {
  results = $state.raw<Result[]>([])
  suggestion = $state<string | null>(null)
  failure = $state.raw<Failure | null>(null)
  loading = $state(false)
  /** The words that the results answer; '' before the first. */
  answered = $state('')
  #latest = 0

  async ask(q: string, kind: Kind | '', limit = 40): Promise<void> {
    const mine = ++this.#latest

    if (!q) {
      this.results = []
      this.answered = ''
      this.suggestion = null
      return
    }
    this.loading = true
    try {
      const query = { q, limit, ...(kind && { type: [kind] }) }
      const found = await body(publicApi.GET('/api/v1/search', { params: { query } }))
      if (mine !== this.#latest) return
      this.results = found.results
      this.suggestion = found.suggestion
      this.answered = q
      this.failure = null
    } catch (thrown) {
      if (mine !== this.#latest) return
      this.failure = asFailure(thrown)
    }
    this.loading = false
  }
}

/** The title cut where what was looked for begins and ends; `spans` count code points. */
export function pieces(title: string, spans: number[][]): { text: string; found: boolean }[] {
  const points = [...title]
  const cut: { text: string; found: boolean }[] = []
  let at = 0

  for (const [from = 0, to = 0] of spans) {
    if (from > at) cut.push({ text: points.slice(at, from).join(''), found: false })
    cut.push({ text: points.slice(from, to).join(''), found: true })
    at = to
  }
  if (at < points.length) cut.push({ text: points.slice(at).join(''), found: false })
  return cut
}
