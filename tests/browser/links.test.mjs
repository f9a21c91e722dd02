// What there is for those who do not run the page: an album's head for link previews, and the description of the API.
import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, before, test } from 'node:test'
import { BASE_URL, launch, openPage } from './browser.mjs'
import { assertSoundInBoth } from './people.mjs'

let browser
before(async () => (browser = await launch()))
after(() => browser?.close())

/** As a messenger asks: without the headers by which a browser says what it wants it for. */
function get(path) {
  return new Promise((resolve, reject) => {
    request(BASE_URL + path, { headers: { Accept: 'text/html' } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece) => (text += piece))
      response.on('end', () => resolve({ status: response.statusCode, text }))
    })
      .on('error', reject)
      .end()
  })
}

/** The id of an album of the demo catalogue. */
async function albumId(title) {
  const { text } = await get(`/api/v1/albums?q=${encodeURIComponent(title)}&limit=1`)
  return JSON.parse(text).albums[0].id
}

const content = (text, property) =>
  new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)"`).exec(text)?.[1]

test('a link to an album says which album it is, without the page being run', async () => {
  const id = await albumId("rapper's delight")
  const { status, text } = await get(`/albums/${id}`)

  assert.equal(status, 200)
  assert.match(text, /<title>Rapper&#39;s Delight – .* · Vinylhound<\/title>/)
  assert.equal(text.match(/<title>/g).length, 1)
  assert.match(content(text, 'og:title'), /^Rapper&#39;s Delight – /)
  assert.equal(content(text, 'og:type'), 'music.album')
  assert.equal(content(text, 'og:url'), `${BASE_URL}/albums/${id}`)
  assert.equal(content(text, 'og:image'), `${BASE_URL}/api/v1/albums/${id}/cover`)
  assert.match(
    text,
    new RegExp(`<link rel="alternate" type="application/atom\\+xml" [^>]*/reviews/feed\\?album_id=${id}"`),
  )
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)[1])
  assert.equal(data['@type'], 'MusicAlbum')
  assert.equal(data.name, "Rapper's Delight")
  assert.equal(data.datePublished, '1979')
  assert.match(text, /<div id="app">/, 'it is the page all the same')
})

test('an album that is not there has the plain head', async () => {
  const { status, text } = await get('/albums/999999999')

  assert.equal(status, 200)
  assert.match(text, /<title>Vinylhound<\/title>/)
  assert.equal(text.match(/<title>/g).length, 1)
  assert.doesNotMatch(text, /problem|<!--#/)
})

test('the head cannot be asked for by itself', async () => {
  assert.equal((await get('/_preview/1')).status, 404)
})

test('the page of an album runs with its head', { timeout: 60_000 }, async () => {
  const { context, page, complaints } = await openPage(browser, 'desktop')

  await page.goto(`${BASE_URL}/albums/${await albumId('ok computer')}`)
  await page.getByRole('heading', { level: 1, name: 'OK Computer' }).waitFor()
  assert.equal(await page.title(), 'OK Computer – Radiohead · Vinylhound')
  assert.deepEqual(complaints, [])
  await context.close()
})

for (const device of ['desktop', 'phone'])
  test(`the API is described at /api/docs, ${device}`, { timeout: 60_000 }, async () => {
    const { context, page, complaints } = await openPage(browser, device)

    await page.goto(`${BASE_URL}/`)
    await page.getByRole('contentinfo').getByRole('link', { name: 'API' }).click()
    await page.getByRole('heading', { level: 1, name: 'The API' }).waitFor()
    const call = page.locator('details#createRating')
    await call.locator('summary').first().click()
    await call.getByText('album_id').first().waitFor()
    await call.getByText('409', { exact: true }).waitFor()
    await assertSoundInBoth(page, 'the API page')
    await page.goto(`${BASE_URL}/api/docs`)
    await page.getByRole('heading', { level: 1, name: 'The API' }).waitFor()
    assert.deepEqual(complaints, [], 'nothing is against the content security policy')
    await context.close()
  })
