// Every page of the site, at rest: axe in light and dark, on a desk and on a phone, at 320 pixels, magnified, and from right
// to left. With SCREENSHOTS its pictures are taken too.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { BASE_URL, launch, openPage, picture, sidewaysScroll } from './browser.mjs'
import { assertSound, assertSoundInBoth, call, loggedIn, newcomer } from './people.mjs'

let browser
/** The context of somebody who may do everything, and of nobody. */
let theirs, nobodys
/** Numbers of one album, artist, label and song, and the name of who is logged in. */
let known

before(async () => {
  browser = await launch()
  const { username, token } = await newcomer('admin')
  await furnish(token)
  const options = { reducedMotion: 'reduce', acceptDownloads: false }
  theirs = (await openPage(browser, 'desktop', { ...options, storageState: await loggedIn(username) }))
    .context
  nobodys = (await openPage(browser, 'desktop', options)).context
  const found = async (path) => Object.values(await call('GET', `/api/v1/${path}`))[0][0]
  const [album, label] = [await found('albums?q=abbey+road&limit=1'), await found('labels?limit=1')]
  const song = await found(`songs?album_id=${album.id}&limit=1`)
  known = { username, album: album.id, artist: album.artist_id, label: label.id, song: song.id }
})
after(() => browser?.close())

/** Copies, a wish, a rating and a review, so that the pages have something to show. */
async function furnish(token) {
  const { albums } = await call('GET', '/api/v1/albums?sort=-popularity&limit=24')
  const add = (copy) => call('POST', '/api/v1/users/collection', { token, body: copy })
  const grades = ['M', 'NM', 'VG+', 'VG', 'G+']

  for (const [i, { id }] of albums.entries())
    await add({
      album_id: id,
      status: i % 8 === 7 ? 'wanted' : 'owned',
      media_condition: grades[i % grades.length],
      ...(i % 8 !== 7 && {
        purchase_price: 8 + ((i * 7) % 30),
        currency: 'EUR',
        location: `Shelf ${1 + (i % 4)}`,
      }),
      acquired_on: `20${String(10 + (i % 14)).padStart(2, '0')}-0${1 + (i % 9)}-12`,
    })
  for (const [i, { id }] of albums.slice(0, 6).entries())
    await call('POST', '/api/v1/ratings', { token, body: { album_id: id, rating: 3 + (i % 5) / 2 } })
  const review = {
    album_id: albums[0].id,
    title: 'Still on the turntable',
    content:
      'Bought for the cover, kept for the second side.\n\nThe pressing is quiet and the bass is round.',
    draft: false,
  }
  await call('POST', '/api/v1/reviews', { token, body: review })
}

/** For each page its address, and whether nobody is logged in. */
const pages = {
  home: () => '/',
  browse: () => '/albums',
  search: () => '/search?q=blue',
  album: ({ album }) => `/albums/${album}`,
  history: ({ album }) => `/albums/${album}/history`,
  edit: ({ album }) => `/albums/${album}/edit`,
  tracks: ({ album }) => `/albums/${album}/tracks`,
  cover: ({ album }) => `/albums/${album}/cover`,
  merge: ({ album }) => `/albums/${album}/merge`,
  artist: ({ artist }) => `/artists/${artist}`,
  artistHistory: ({ artist }) => `/artists/${artist}/history`,
  artistEdit: ({ artist }) => `/artists/${artist}/edit`,
  label: ({ label }) => `/labels/${label}`,
  song: ({ song }) => `/songs/${song}`,
  songHistory: ({ song }) => `/songs/${song}/history`,
  songEdit: ({ song }) => `/songs/${song}/edit`,
  genres: () => '/genres',
  charts: () => '/charts',
  collection: () => '/collection',
  wall: () => '/collection?view=wall',
  stats: () => '/collection/pictures',
  lookup: () => '/collection/lookup',
  user: ({ username }) => `/users/${username}`,
  settings: () => '/settings',
  password: () => '/settings/password',
  sessions: () => '/settings/sessions',
  preferences: () => '/settings/preferences',
  notes: () => '/settings/notes',
  display: () => '/settings/display',
  data: () => '/settings/data',
  moderation: () => '/moderation',
  admin: () => '/admin',
  apiDocs: () => '/api/docs',
  unknown: () => '/nowhere',
  login: () => '/login',
  signup: () => '/signup',
  forgot: () => '/forgot-password',
  reset: () => '/reset-password#token=none',
  verify: () => '/verify-email#token=none',
}
const forNobody = new Set(['login', 'signup', 'forgot', 'reset', 'verify'])
/** Pages with an answer that is none, of which the console tells. */
const complaining = new Set(['verify'])

/** What the page shows at first is there. */
async function settle(page) {
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    const near = (image) => image.getBoundingClientRect().top < window.innerHeight

    return (
      main?.querySelector('h1') &&
      !main.innerText.includes('Loading…') &&
      !main.querySelector('[aria-busy=true]') &&
      [...document.images].every((image) => image.complete || !near(image)) &&
      document.fonts.status === 'loaded'
    )
  })
}

/** Where the site's name stands, and how wide the page is. */
const brand = (page) =>
  page.evaluate(() => {
    const { left, right } = document.querySelector('.brand').getBoundingClientRect()
    return { left, right, width: document.documentElement.clientWidth }
  })

/** From right to left everything stands where a mirror would show it, and nothing sticks out. */
async function assertMirrored(page, where) {
  const before = await brand(page)
  await page.evaluate(() => (document.documentElement.dir = 'rtl'))
  const after = await brand(page)
  assert.ok(Math.abs(after.width - after.right - before.left) <= 1, `${where} is mirrored`)
  assert.ok((await sidewaysScroll(page)) <= 0, `${where} scrolls sideways from right to left`)
  await page.evaluate(() => document.documentElement.removeAttribute('dir'))
}

async function assertFits(page, where, width, height) {
  await page.setViewportSize({ width, height })
  assert.ok((await sidewaysScroll(page)) <= 0, `${where} scrolls sideways at ${width} pixels`)
}

test('every page of the site has its row here', () => {
  const source = readFileSync(new URL('../../www/src/lib/pages.ts', import.meta.url), 'utf8')
  const names = [...source.matchAll(/^ {2}(\w+): \(\) => import/gm)].map(([, name]) => name)

  assert.deepEqual(
    [...names, 'user'].filter((name) => !(name in pages)),
    [],
  )
})

describe(
  'sound in light and dark, on a desk and a phone, magnified, and mirrored:',
  { concurrency: 2 },
  () => {
    for (const [name, address] of Object.entries(pages))
      test(name, { timeout: 90_000 }, async () => {
        const page = await (forNobody.has(name) ? nobodys : theirs).newPage()
        const complaints = []
        page.on('pageerror', (error) => complaints.push(String(error)))
        page.on('console', (message) => {
          const worth = ['error', 'warning'].includes(message.type())
          if (worth && !message.text().startsWith('Service Worker registration blocked'))
            complaints.push(message.text())
        })
        await page.goto(BASE_URL + address(known))
        await settle(page)
        await assertSoundInBoth(page, name, `${name}-desktop`)
        await assertMirrored(page, name)
        // 1280 pixels magnified twice
        await assertFits(page, name, 640, 450)
        await assertFits(page, name, 320, 640)
        // without motion: no colour may be on its way from the dark while axe looks
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
        await page.setViewportSize({ width: 360, height: 740 })
        await settle(page)
        await assertSound(page, `${name} on a phone`)
        await picture(page, `${name}-phone-light`)
        await page.emulateMedia({ colorScheme: 'dark' })
        await picture(page, `${name}-phone-dark`)
        await assertMirrored(page, `${name} on a phone`)
        if (!complaining.has(name)) assert.deepEqual(complaints, [])
        await page.close()
      })
  },
)
