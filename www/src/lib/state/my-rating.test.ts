// my-rating.svelte.ts: stars shown at once, sent once, taken back when refused.
import { describe, expect, it } from 'vitest'
import { fakeServer, problem, type Reply, type Sent } from '../testing'
import { MyRating } from './my-rating.svelte'

const rating = (id: number, stars: number) => ({
  id,
  user_id: 7,
  album_id: 12,
  rating: stars,
  created_at: '2026-11-23T08:00:00.000Z',
  updated_at: '2026-11-23T08:00:00.000Z',
})
const page = (...ratings: object[]): Reply => ({ status: 200, body: { ratings, next_cursor: null } })

/** A rating service that holds at most one rating, and may be told to refuse. */
function service(present: number | null) {
  const state = { stars: present, refuse: null as Reply | null, counted: 0 }
  const server = fakeServer(({ method, body }: Sent) => {
    if (method === 'GET') return page(...(state.stars === null ? [] : [rating(3, state.stars)]))
    if (state.refuse) return state.refuse
    if (method === 'DELETE') {
      state.stars = null
      return { status: 204 }
    }
    state.stars = (body as { rating: number }).rating
    return { status: method === 'POST' ? 201 : 200, body: rating(3, state.stars) }
  })
  return { ...server, state, mine: new MyRating(server.api, 12, 7, () => state.counted++) }
}

describe('MyRating', () => {
  it('shows what was given before', async () => {
    const { mine, calls } = service(4.5)
    await mine.load()
    expect(mine.shown).toBe(4.5)
    expect(mine.ready).toBe(true)
    expect(calls()).toEqual(['GET /api/v1/ratings?album_id=12&user_id=7&limit=1'])
  })

  it('posts the first time and puts after that', async () => {
    const { mine, calls, state } = service(null)
    await mine.load()
    await mine.set(4.5)
    await mine.set(4)
    expect(calls().slice(1)).toEqual(['POST /api/v1/ratings', 'PUT /api/v1/ratings/3'])
    expect(mine.shown).toBe(4)
    expect(state.counted).toBe(2)
  })

  it('shows the stars before the server has answered', async () => {
    const { mine } = service(null)
    await mine.load()
    const done = mine.set(5)
    expect(mine.shown).toBe(5)
    expect(mine.saving).toBe(true)
    await done
    expect(mine.saving).toBe(false)
  })

  it('sends only the last of what is chosen while a request is under way', async () => {
    const { mine, sent, state } = service(null)
    await mine.load()
    const done = mine.set(1)
    void mine.set(2)
    void mine.set(3)
    await done
    expect(sent.slice(1).map(({ body }) => (body as { rating: number }).rating)).toEqual([1, 3])
    expect(state.stars).toBe(3)
    expect(mine.shown).toBe(3)
  })

  it('takes the stars back if the server refuses, and says why', async () => {
    const { mine, state } = service(2)
    await mine.load()
    state.refuse = problem(503, 'The ratings are not to be had.')
    await mine.set(5)
    expect(mine.shown).toBe(2)
    expect(mine.failure?.message).toContain('The ratings are not to be had.')
    expect(state.counted).toBe(0)
    state.refuse = null
    await mine.set(5)
    expect(mine.shown).toBe(5)
    expect(mine.failure).toBe(null)
  })

  it('removes a rating, and one that is gone already', async () => {
    const { mine, calls, state } = service(2)
    await mine.load()
    state.refuse = problem(404, 'There is no such rating.')
    await mine.set(null)
    expect(calls().at(-1)).toBe('DELETE /api/v1/ratings/3')
    expect(mine.shown).toBe(null)
    expect(mine.failure).toBe(null)
  })

  it('changes the rating that another window made meanwhile', async () => {
    const { mine, calls, state } = service(null)
    await mine.load()
    const other = fakeServerWithConflict(state)
    const late = new MyRating(other.api, 12, 7, () => undefined)
    await late.load()
    state.stars = 1
    await late.set(4)
    expect(other.calls().slice(-3)).toEqual([
      'POST /api/v1/ratings',
      'GET /api/v1/ratings?album_id=12&user_id=7&limit=1',
      'PUT /api/v1/ratings/3',
    ])
    expect(late.shown).toBe(4)
    expect(calls()).toHaveLength(1)
  })
})

function fakeServerWithConflict(state: { stars: number | null }) {
  return fakeServer(({ method, body }) => {
    if (method === 'GET') return page(...(state.stars === null ? [] : [rating(3, state.stars)]))
    if (method === 'POST') return problem(409, 'You have rated this album.')
    state.stars = (body as { rating: number }).rating
    return { status: 200, body: rating(3, state.stars) }
  })
}
