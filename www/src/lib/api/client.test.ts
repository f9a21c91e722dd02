// client.ts: how a query is written.
import { describe, expect, it } from 'vitest'
import { fakeServer } from '../testing'

describe('a list in a query', () => {
  it('goes with commas between: the API takes no parameter twice', async () => {
    const server = fakeServer(() => ({ status: 200, body: { albums: [], next_cursor: null } }))

    await server.api.GET('/api/v1/albums', { params: { query: { ids: [1, 2, 3], limit: 100 } } })
    expect(server.calls()).toEqual(['GET /api/v1/albums?ids=1,2,3&limit=100'])
  })
})
