// An album's facts.
import { body, type Schemas } from '../api/client'
import { paths } from '../router'
import { after } from '../state/paged.svelte'
import { listOf, numberOf, textOf, type Draft, type Kind } from './kind'

type Album = Schemas['Album']

/** What is the same whichever part of an album one edits: its credits. */
export function creditsOf(album: Album): Pick<Schemas['AlbumBody'], 'artist' | 'artists'> {
  const artists = album.artists.flatMap(({ id, name, join }) => (id === null ? [] : [{ id, name, join }]))

  return artists.length === album.artists.length ? { artists } : { artist: album.artist }
}

const membersOf = (draft: Draft) => ({
  title: draft['title']?.trim() ?? '',
  release_year: numberOf(draft['release_year']),
  genres: listOf(draft['genres']),
  styles: listOf(draft['styles']),
  description: textOf(draft['description']),
})

export const album: Kind<Album> = {
  fields: [
    { name: 'title', required: true, maxlength: 700 },
    { name: 'release_year', maxlength: 4, pattern: '[1-9][0-9]{3}' },
    { name: 'genres', list: true },
    { name: 'styles', list: true },
    { name: 'description', rows: 6, maxlength: 20000 },
  ],
  load: (api, id) => api.GET('/api/v1/albums/{id}', { params: { path: { id } } }),
  save: (api, id, etag, before, draft) =>
    api.PUT('/api/v1/albums/{id}', {
      params: { path: { id }, header: { 'If-Match': etag } },
      body: { ...creditsOf(before), ...membersOf(draft) },
    }),
  async history(api, id, cursor) {
    const params = { path: { id }, query: { limit: 20, ...after(cursor) } }
    const page = await body(api.GET('/api/v1/albums/{id}/history', { params }))
    return { items: page.revisions, next: page.next_cursor }
  },
  undo: (api, id, version) =>
    api.POST('/api/v1/albums/{id}/history/{version}/undo', { params: { path: { id, version } } }),
  draftOf: ({ title, release_year, genres, styles, description }) => ({
    title,
    release_year: release_year?.toString() ?? '',
    genres: genres.join(', '),
    styles: styles.join(', '),
    description: description ?? '',
  }),
  membersOf,
  nameOf: ({ title, artist }) => `${title} – ${artist}`,
  paths: { show: paths.album, history: paths.history, edit: paths.edit },
}
