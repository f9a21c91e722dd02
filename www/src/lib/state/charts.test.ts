// charts.svelte.ts: a shelf is its chart's beginning, in its order; and why an album is recommended.
import { describe, expect, it, vi } from 'vitest'
import { chartShelf, reasonFor } from './charts.svelte'

/** What each path answers, by its beginning. */
const answers: Record<string, unknown> = {
  '/api/v1/charts': {
    albums: [3, 1, 2].map((id, i) => ({ album_id: id, rank: i + 1, weighted: 4, mean: 4, count: 9 })),
    next_cursor: 'more',
  },
  '/api/v1/albums': { albums: [1, 2, 3].map((id) => ({ id, title: `Album ${id}` })), next_cursor: null },
  '/api/v1/recommendations': {
    recommendations: [
      { album_id: 2, predicted_rating: 4.2, score: 1, because: [{ album_id: 3, rating: 5, weight: 1 }] },
    ],
  },
}

vi.mock('../api/client', async (original) => {
  const real = await original<typeof import('../api/client')>()
  const reply = (request: Request) => Promise.resolve(Response.json(answers[new URL(request.url).pathname]))

  return { ...real, publicApi: real.clientOver(reply, 'http://vinylhound.test') }
})
vi.mock('../session.svelte', async () => {
  const { publicApi } = await import('../api/client')
  return { session: { api: publicApi } }
})

describe('chartShelf', () => {
  it('has the order of the chart it leads to, and ends', async () => {
    const shelf = chartShelf('top', false, 16)

    await shelf.more()
    expect(shelf.items.map(({ id }) => id)).toEqual([3, 1, 2])
    expect(shelf.hasMore).toBe(false)
  })
  it('is the one last shown for who comes back', () => {
    const shelf = chartShelf('popular', false, 16)

    expect(chartShelf('popular', true, 16)).toBe(shelf)
    expect(chartShelf('popular', false, 16)).not.toBe(shelf)
  })
})

describe('reasonFor', () => {
  it('names the ratings that speak for the album', async () => {
    const reason = await reasonFor(2)

    expect(reason?.predicted).toBe(4.2)
    expect(reason?.because).toMatchObject([{ album: { title: 'Album 3' }, rating: 5 }])
  })
  it('is nothing for an album that is not recommended', async () => {
    expect(await reasonFor(9)).toBeNull()
  })
})
