// edited.svelte.ts: a form of a thing that somebody else changes, too.
import { describe, expect, it } from 'vitest'
import { artist } from '../editing/artist'
import { fakeServer, problem, type Sent } from '../testing'
import { Edited } from './edited.svelte'

const facts = {
  id: 7,
  name: 'The Kinks',
  sort_name: 'Kinks, The',
  real_name: null,
  biography: null,
  genres: ['Rock'],
  image_url: null,
  album_count: 1,
}
const event = { preventDefault: () => undefined, target: { querySelectorAll: () => [] } }
const submitted = event as unknown as SubmitEvent

/** A server whose artist has `now`; a PUT succeeds only for that version. */
function serverOf(now: { version: number; facts: typeof facts }) {
  return fakeServer(({ method }: Sent) =>
    method === 'PUT' && now.version > 1
      ? problem(412, 'This was changed after you have read it.')
      : { status: 200, body: now.facts, headers: { ETag: `"${now.version}-x"` } },
  )
}

describe('Edited', () => {
  it('sends what the form shows with the version it was made of', async () => {
    const server = serverOf({ version: 1, facts })
    const edited = new Edited(server.api, artist, 7)

    await edited.load()
    expect(edited.changes).toEqual([])
    edited.draft['biography'] = ' Brothers. '
    expect(edited.changes).toEqual([{ field: 'biography', before: null, after: 'Brothers.' }])
    expect(await edited.submit(submitted)).toBe(true)
    expect(server.sent.at(-1)?.body).toEqual({
      name: 'The Kinks',
      sort_name: 'Kinks, The',
      real_name: null,
      genres: ['Rock'],
      biography: 'Brothers.',
    })
  })
  it('shows what others changed, takes over what one has not touched, and keeps one’s own', async () => {
    const now = { version: 1, facts }
    const server = serverOf(now)
    const edited = new Edited(server.api, artist, 7)

    await edited.load()
    edited.draft['biography'] = 'Brothers.'
    Object.assign(now, { version: 2, facts: { ...facts, genres: ['Rock', 'Pop'] } })
    expect(await edited.submit(submitted)).toBe(false)
    expect(edited.form.failure?.status).toBe(412)
    expect(edited.theirs).toEqual([{ field: 'genres', before: ['Rock'], after: ['Rock', 'Pop'] }])
    expect(edited.draft).toMatchObject({ genres: 'Rock, Pop', biography: 'Brothers.' })
    expect(edited.changes).toEqual([{ field: 'biography', before: null, after: 'Brothers.' }])
  })
})
