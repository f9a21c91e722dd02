// album-list.svelte.ts: paging by cursor, and lists kept for Back.
import { describe, expect, it } from 'vitest'
import { fakeServer, problem } from '../testing'
import { AlbumList, listFor, queryOf, searchOf, type Search } from './album-list.svelte'

const search: Search = { q: 'ok', genre: '', sort: 'title' }
const page = (ids: number[], next: string | null) => ({
  status: 200,
  body: { albums: ids.map((id) => ({ id, title: `Album ${id}` })), next_cursor: next },
})

describe('AlbumList', () => {
  it('walks the cursors and stops at the last', async () => {
    const pages = [page([1, 2], 'c1'), page([3], null)]
    const { api, calls } = fakeServer(() => pages.shift() ?? problem(500, 'Asked once too often.'))
    const list = new AlbumList(api, search, 2)
    await list.more()
    expect(list.hasMore).toBe(true)
    await list.more()
    await list.more()
    expect(list.albums.map(({ id }) => id)).toEqual([1, 2, 3])
    expect(list.hasMore).toBe(false)
    expect(calls()).toEqual([
      'GET /api/v1/albums?sort=title&q=ok&limit=2',
      'GET /api/v1/albums?sort=title&q=ok&limit=2&cursor=c1',
    ])
  })

  it('keeps what it has when a page fails, and goes on from there', async () => {
    const pages = [page([1], 'c1'), problem(503, 'Down.'), page([2], null)]
    const { api } = fakeServer(() => pages.shift() ?? problem(500, ''))
    const list = new AlbumList(api, search, 1)
    await list.more()
    await list.more()
    expect(list.failure?.status).toBe(503)
    expect(list.albums).toHaveLength(1)
    await list.more()
    expect(list.failure).toBe(null)
    expect(list.albums.map(({ id }) => id)).toEqual([1, 2])
  })

  it('goes on behind pages that are empty, but not without end', async () => {
    const pages = [page([], 'c1'), page([], 'c2'), page([1], 'c3')]
    const { api, calls } = fakeServer(() => pages.shift() ?? page([], `c${calls().length}`))
    const list = new AlbumList(api, search, 2)
    await list.more()
    expect(list.albums.map(({ id }) => id)).toEqual([1])
    await list.more()
    expect(calls()).toHaveLength(13)
    expect(list.hasMore).toBe(true)
    expect(list.loading).toBe(false)
  })

  it('asks once however often it is asked at the same time', async () => {
    const { api, calls } = fakeServer(() => page([1], null))
    const list = new AlbumList(api, search)
    await Promise.all([list.more(), list.more()])
    expect(calls()).toHaveLength(1)
  })
})

describe('listFor', () => {
  it('gives the list as it was left only to who comes back to it', () => {
    const { api } = fakeServer(() => page([], null))
    const left = listFor(api, search, false)
    expect(listFor(api, search, true)).toBe(left)
    expect(listFor(api, { ...search, q: 'other' }, true)).not.toBe(left)
    expect(listFor(api, search, false)).not.toBe(left)
  })
})

describe('searchOf', () => {
  it('reads the query of the address', () => {
    expect(searchOf(new URLSearchParams('q=+ok+&sort=-rating&genre=Rock'))).toEqual({
      q: 'ok',
      genre: 'Rock',
      sort: '-rating',
    })
  })
  it('takes what means nothing for not said', () => {
    expect(searchOf(new URLSearchParams('decade=1975&score=9&label=x&genre='))).toEqual({
      q: '',
      sort: 'title',
    })
  })
  it('is undone by queryOf', () => {
    const whole: Search = {
      q: 'blue',
      sort: '-rating',
      genre: 'Jazz',
      style: 'Hard Bop',
      decade: '1950',
      format: 'Vinyl',
      country: 'US',
      score: '3.5',
      label: '12',
    }
    const query = Object.entries(queryOf(whole)).map(([name, value]) => [name, value ?? ''])
    expect(searchOf(new URLSearchParams(query))).toEqual(whole)
  })
  it('asks for a decade by its years', async () => {
    const { api, calls } = fakeServer(() => page([], null))
    await new AlbumList(api, { q: '', sort: 'title', decade: '1970' }, 5).more()
    expect(calls()).toEqual(['GET /api/v1/albums?sort=title&year_from=1970&year_to=1979&limit=5'])
  })
  it('takes a sort it does not know for none', () => {
    expect(searchOf(new URLSearchParams('sort=1;drop')).sort).toBe('title')
  })
})
