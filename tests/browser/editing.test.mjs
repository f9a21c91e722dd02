// What editors do to the catalogue: tracks, covers, artists, two albums that are one, and what happens when two editors
// change the same thing.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { BASE_URL, devices, launch, openPage } from './browser.mjs'
import { apiAs, assertSoundInBoth, newName, somebodyWith } from './people.mjs'

let browser
before(async () => (browser = await launch()))
after(() => browser?.close())

const preview = (page) => page.getByRole('region', { name: 'What this changes' })
const newest = (page) => page.getByRole('main').getByRole('listitem').first()

/** An album of two tracks, made by the API. */
async function makeAlbum(api, title, artist) {
  const tracks = [
    { position: 'A1', title: 'One', duration: 61 },
    { position: 'A2', title: 'Two', duration: 125 },
  ]
  const made = await api.post('/api/v1/albums', { title, artist, release_year: 1971, tracks })
  assert.equal(made.status(), 201)
  return made.json()
}

async function changeTracks(page, id) {
  await page.goto(`${BASE_URL}/albums/${id}/tracks`)
  await page.getByLabel('Track 1: Title').fill('One (Take 2)')
  await page.getByRole('button', { name: 'Add a track' }).click()
  await page.waitForFunction(() => document.activeElement?.matches('.title input'))
  await page.getByLabel('Track 3: Position').fill('B1')
  await page.getByLabel('Track 3: Title').fill('Three')
  await page.getByLabel('Track 3: Length').fill('1:02:05')
  await page.getByRole('button', { name: 'Move up: Track 3' }).press('Enter')
  await page.waitForFunction(() => document.activeElement?.textContent.includes('Move up: Track 2'))
  assert.equal(await page.getByLabel('Track 2: Title').inputValue(), 'Three')
  await preview(page).getByText('A1 One (Take 2) 1:01').waitFor()
  assert.equal(await preview(page).getByText('Two').count(), 0, 'what stays is not shown')
}

async function changeCover(page, id) {
  await page.goto(`${BASE_URL}/albums/${id}/cover`)
  const choose = page.getByLabel('Choose a picture')
  await choose.setInputFiles({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.alloc(3e6) })
  await page.getByText('The picture is larger than 2 MB.').waitFor()
  await choose.setInputFiles({ name: 'text.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await page.getByText('This is no picture the site can read.').waitFor()
  const picture = await page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 300, height: 300 } })
  await choose.setInputFiles({ name: 'cover.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.getByAltText('The picture you chose').waitFor()
}

/** What the page of an album shows as its cover. */
const coverOf = (page, title) => page.getByAltText(`Cover of ${title}`)

for (const device of Object.keys(devices)) {
  describe(`editing, ${device}`, () => {
    test('tracks, a cover and a merge, each seen before it is done', { timeout: 90_000 }, async () => {
      const { context, page, complaints } = await openPage(browser, device)
      const username = await somebodyWith(page, 'editor', '/')
      const api = await apiAs(page, username)
      const name = newName()
      const double = await makeAlbum(api, `Double ${name}`, `Band ${name}`)
      const kept = await makeAlbum(api, `Kept ${name}`, `Band ${name}`)

      await changeTracks(page, double.id)
      await assertSoundInBoth(page, 'the tracks', `edit-tracks-${device}`)
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('heading', { level: 1, name: 'History' }).waitFor()
      await newest(page).getByText('B1 Three 1:02:05').waitFor()

      await changeCover(page, double.id)
      await assertSoundInBoth(page, 'a cover being chosen', `edit-cover-${device}`)
      await page.getByRole('button', { name: 'Make it the cover' }).click()
      await page.waitForURL(`${BASE_URL}/albums/${double.id}`)
      await page.getByRole('heading', { level: 1, name: double.title }).waitFor()
      assert.match(await coverOf(page, double.title).getAttribute('src'), /\/cover\?v=\d+$/)

      await page.goto(`${BASE_URL}/albums/${double.id}/merge`)
      await page.getByLabel('Which album stays?').fill(name)
      await page.getByRole('button', { name: kept.title }).click()
      const moves = page.getByRole('region', { name: 'What this does' })
      await moves.getByText('It cannot be undone.').waitFor()
      await assertSoundInBoth(page, 'a merge', `edit-merge-${device}`)
      await page.getByRole('button', { name: 'Merge them' }).click()
      await page.waitForURL(`${BASE_URL}/albums/${kept.id}`)
      await page.getByRole('heading', { level: 1, name: kept.title }).waitFor()
      await page.goto(`${BASE_URL}/albums/${double.id}`)
      await page.waitForURL(`${BASE_URL}/albums/${kept.id}`)
      await page.goto(`${BASE_URL}/albums/${kept.id}/history`)
      await newest(page).getByText('Merged with album').waitFor()
      assert.equal(await newest(page).getByRole('button', { name: 'Take back' }).count(), 0)
      assert.deepEqual(complaints, [])
      await context.close()
    })

    test('an artist, while somebody else changes it, too', { timeout: 90_000 }, async () => {
      const { context, page, complaints } = await openPage(browser, device)
      const username = await somebodyWith(page, 'editor', '/')
      const api = await apiAs(page, username)
      const name = `Singer ${newName()}`
      const made = await (await api.post('/api/v1/artists', { name })).json()

      await page.goto(`${BASE_URL}/artists/${made.id}`)
      await page.getByRole('link', { name: 'Edit' }).click()
      await page.getByLabel('Biography').fill('Sang until it was light.')
      await assertSoundInBoth(page, 'an artist being edited', `edit-artist-${device}`)
      const put = await api.put(`/api/v1/artists/${made.id}`, { name, real_name: 'Maria Muster' })
      assert.equal(put.status(), 200)
      await page.getByRole('button', { name: 'Save' }).click()
      const theirs = page.getByRole('region', { name: 'Somebody was quicker' })
      await theirs.getByText('Maria Muster').waitFor()
      assert.equal(await page.getByLabel('Real name').inputValue(), 'Maria Muster')
      assert.equal(await page.getByLabel('Biography').inputValue(), 'Sang until it was light.')
      await assertSoundInBoth(page, 'a conflict', `edit-conflict-${device}`)
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('heading', { level: 1, name: 'History' }).waitFor()
      await newest(page).getByText('Sang until it was light.').waitFor()
      await newest(page).getByRole('button', { name: 'Take back' }).click()
      await newest(page).getByText('takes back version').waitFor()
      assert.deepEqual(
        complaints.filter((one) => !one.includes('412')),
        [],
      )
      await context.close()
    })
  })
}
