// The reviews of an album or by somebody, and what one does with them.
import { body, type Schemas } from '../api/client'
import { session } from '../session.svelte'
import { storage } from '../storage'
import { after, Paged } from './paged.svelte'

export type Review = Schemas['Review']
export type ReviewSort = '-created_at' | '-likes'

export class Reviews extends Paged<Review> {
  constructor(of: { album_id?: number; user_id?: number }, sort: ReviewSort, limit = 10) {
    super(async (cursor) => {
      const query = { ...of, sort, limit, ...after(cursor) }
      const page = await body(session.api.GET('/api/v1/reviews', { params: { query } }))

      return { items: page.reviews, next: page.next_cursor }
    })
  }

  replace(review: Review): void {
    this.items = this.items.map((one) => (one.id === review.id ? review : one))
  }
}

/** The caller's own review of an album, drafts too; null if there is none. */
export async function ownReview(albumId: number, userId: number): Promise<Review | null> {
  const query = { album_id: albumId, user_id: userId, limit: 1 }
  const page = await body(session.api.GET('/api/v1/reviews', { params: { query } }))

  return page.reviews[0] ?? null
}

export type Words = { title: string; content: string }

export async function publish(albumId: number, before: Review | null, words: Words): Promise<Review> {
  const change = { title: words.title.trim(), content: words.content.trim(), draft: false }

  if (!before)
    return body(
      session.api.POST('/api/v1/reviews', {
        params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
        body: { album_id: albumId, ...change },
      }),
    )
  const params = { path: { id: before.id } }
  return body(session.api.PUT('/api/v1/reviews/{id}', { params, body: change }))
}

/** What was typed and not sent yet outlives a lost session and a reload. */
export const unsent = {
  get(albumId: number): Words | null {
    const [title, ...content] = storage.get(keyOf(albumId))?.split('\n') ?? []
    return title === undefined ? null : { title, content: content.join('\n') }
  },
  set(albumId: number, words: Words | null): void {
    storage.set(
      keyOf(albumId),
      words && (words.title || words.content) ? `${words.title}\n${words.content}` : null,
    )
  },
}

const keyOf = (albumId: number) => `vinylhound.review.${albumId}`
