// An artist's facts.
import { body, type Schemas } from '../api/client'
import { paths } from '../router'
import { after } from '../state/paged.svelte'
import { listOf, textOf, type Draft, type Kind } from './kind'

const membersOf = (draft: Draft) => ({
  name: draft['name']?.trim() ?? '',
  sort_name: textOf(draft['sort_name']),
  real_name: textOf(draft['real_name']),
  genres: listOf(draft['genres']),
  biography: textOf(draft['biography']),
})

export const artist: Kind<Schemas['Artist']> = {
  fields: [
    { name: 'name', required: true, maxlength: 512 },
    { name: 'sort_name', maxlength: 512 },
    { name: 'real_name', maxlength: 512 },
    { name: 'genres', list: true },
    { name: 'biography', rows: 8, maxlength: 20000 },
  ],
  load: (api, id) => api.GET('/api/v1/artists/{id}', { params: { path: { id } } }),
  save: (api, id, etag, _before, draft) =>
    api.PUT('/api/v1/artists/{id}', {
      params: { path: { id }, header: { 'If-Match': etag } },
      body: membersOf(draft),
    }),
  async history(api, id, cursor) {
    const params = { path: { id }, query: { limit: 20, ...after(cursor) } }
    const page = await body(api.GET('/api/v1/artists/{id}/history', { params }))
    return { items: page.revisions, next: page.next_cursor }
  },
  undo: (api, id, version) =>
    api.POST('/api/v1/artists/{id}/history/{version}/undo', { params: { path: { id, version } } }),
  draftOf: ({ name, sort_name, real_name, genres, biography }) => ({
    name,
    sort_name: sort_name ?? '',
    real_name: real_name ?? '',
    genres: genres.join(', '),
    biography: biography ?? '',
  }),
  membersOf,
  nameOf: ({ name }) => name,
  paths: { show: paths.artist, history: paths.artistHistory, edit: paths.artistEdit },
}
