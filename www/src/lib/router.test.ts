// router.ts: paths to pages, and back.
import { describe, expect, it } from 'vitest'
import { paths, placeOf, safeBack, withQuery } from './router'

describe('placeOf', () => {
  it('knows each page by the path that leads to it', () => {
    expect(placeOf(paths.home())).toEqual({ page: 'home' })
    expect(placeOf(paths.albums())).toEqual({ page: 'browse' })
    expect(placeOf(paths.label(3))).toEqual({ page: 'label', id: 3 })
    expect(placeOf(paths.song(9))).toEqual({ page: 'song', id: 9 })
    expect(placeOf(paths.album(12))).toEqual({ page: 'album', id: 12 })
    expect(placeOf(paths.artist(7))).toEqual({ page: 'artist', id: 7 })
    expect(placeOf(paths.merge(7))).toEqual({ page: 'merge', id: 7 })
    expect(placeOf(paths.songEdit(7))).toEqual({ page: 'songEdit', id: 7 })
    expect(placeOf(paths.settings())).toEqual({ page: 'settings' })
    expect(placeOf(paths.user('maria_1'))).toEqual({ page: 'user', name: 'maria_1' })
  })
  it('takes a trailing slash for the same page', () => {
    expect(placeOf('/albums/12/')).toEqual({ page: 'album', id: 12 })
    expect(placeOf('/login/')).toEqual({ page: 'login' })
  })
  it('does not take what is no id for an album', () => {
    for (const path of [
      '/albums/0',
      '/albums/x',
      '/albums/1.5',
      '/albums/-1',
      '/albums/12/nothing',
      '/labels/12/history',
      '/artists/12/merge',
      '/nothing',
      '/constructor',
      '/constructor/1',
    ])
      expect(placeOf(path)).toEqual({ page: 'unknown' })
  })
})

describe('withQuery', () => {
  it('leaves out what is empty', () => {
    expect(withQuery('/', { q: '', sort: null, genre: undefined })).toBe('/')
    expect(withQuery('/', { q: 'ok computer' })).toBe('/?q=ok+computer')
  })
})

describe('safeBack', () => {
  it('leads back to a page of this site', () => {
    expect(safeBack('/albums/12?x=1')).toBe('/albums/12?x=1')
  })
  it('leads nowhere else', () => {
    for (const back of [
      null,
      '',
      'https://example.org/',
      '//example.org/',
      '/\\example.org',
      'javascript:alert(1)',
    ])
      expect(safeBack(back)).toBe('/')
  })
})
