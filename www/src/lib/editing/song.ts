// A song's facts.
import { body, type Schemas } from '../api/client'
import { duration } from '../format'
import { paths } from '../router'
import { after } from '../state/paged.svelte'
import { DURATION, secondsOf } from '../tracks'
import { numberOf, textOf, type Draft, type Kind } from './kind'

const membersOf = (draft: Draft) => ({
  title: draft['title']?.trim() ?? '',
  track_num: numberOf(draft['track_num']),
  disc_num: numberOf(draft['disc_num']),
  position: textOf(draft['position']),
  duration: secondsOf(draft['duration']),
  artist: textOf(draft['artist']),
})

export const song: Kind<Schemas['Song']> = {
  fields: [
    { name: 'title', required: true, maxlength: 700 },
    { name: 'disc_num', maxlength: 3, pattern: '[0-9]+' },
    { name: 'track_num', required: true, maxlength: 4, pattern: '[0-9]+' },
    { name: 'position', maxlength: 64 },
    { name: 'duration', maxlength: 9, pattern: DURATION },
    { name: 'artist', maxlength: 700 },
  ],
  load: (api, id) => api.GET('/api/v1/songs/{id}', { params: { path: { id } } }),
  save(api, id, etag, before, draft) {
    const { track_num, disc_num, ...members } = membersOf(draft)
    const same = members.artist === before.artist

    return api.PUT('/api/v1/songs/{id}', {
      params: { path: { id }, header: { 'If-Match': etag } },
      body: {
        ...members,
        album_id: before.album_id,
        track_num: track_num ?? 0,
        disc_num: disc_num ?? 1,
        ...(same && { artist_id: before.artist_id }),
      },
    })
  },
  async history(api, id, cursor) {
    const params = { path: { id }, query: { limit: 20, ...after(cursor) } }
    const page = await body(api.GET('/api/v1/songs/{id}/history', { params }))
    return { items: page.revisions, next: page.next_cursor }
  },
  undo: (api, id, version) =>
    api.POST('/api/v1/songs/{id}/history/{version}/undo', { params: { path: { id, version } } }),
  draftOf: (one) => ({
    title: one.title,
    disc_num: one.disc_num?.toString() ?? '',
    track_num: one.track_num?.toString() ?? '',
    position: one.position ?? '',
    duration: one.duration === null ? '' : duration(one.duration),
    artist: one.artist,
  }),
  membersOf,
  nameOf: ({ title, album }) => `${title} – ${album}`,
  paths: { show: paths.song, history: paths.songHistory, edit: paths.songEdit },
}
