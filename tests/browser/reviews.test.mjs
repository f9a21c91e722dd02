// Saying what one thinks of an album: writing, changing and liking reviews.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { BASE_URL, devices, launch, openPage } from './browser.mjs'
import { apiAs, assertSoundInBoth, fillLogin, signUp } from './people.mjs'

let browser
before(async () => (browser = await launch()))
after(() => browser?.close())

const reviews = (page) => page.getByRole('region', { name: 'Reviews' })

async function openAlbum(page) {
  await page.goto(`${BASE_URL}/albums?q=kind+of+blue`)
  await page.getByRole('article').first().getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: 'Kind Of Blue' }).waitFor()
  return new URL(page.url()).pathname
}

/** The page leads to a feed, for people and for feed readers, and the review is in it. */
async function assertFeed(page, title) {
  const href = await page.getByRole('link', { name: 'Reviews as a feed' }).getAttribute('href')
  const feed = await page.request.get(BASE_URL + href)

  assert.equal(
    await page.locator('link[rel=alternate][type="application/atom+xml"]').last().getAttribute('href'),
    href,
  )
  assert.equal(feed.headers()['content-type'], 'application/atom+xml; charset=utf-8')
  assert.match(await feed.text(), new RegExp(title))
}

for (const device of Object.keys(devices)) {
  describe(`a review, ${device}`, () => {
    test(
      'is written, outlives a lost session, is changed, liked and reported by another',
      { timeout: 90_000 },
      async () => {
        const author = await openPage(browser, device)
        const reader = await openPage(browser, device)
        const { page } = author
        const username = await signUp(page)
        const path = await openAlbum(page)

        await reviews(page).getByRole('button', { name: 'Write a review' }).click()
        await reviews(page).getByLabel('Heading').fill(`Blue by ${username}`)
        await reviews(page)
          .getByLabel('What you think of it')
          .fill('Five men, two afternoons.\n\nNothing is hurried.')
        await assertSoundInBoth(page, 'a review being written', `review-write-${device}`)
        // the session is lost before it is sent
        await author.context.clearCookies()
        await page.reload()
        await reviews(page).getByRole('link', { name: 'Log in to write one' }).click()
        await fillLogin(page, username)
        await page.waitForURL((url) => url.pathname === path)
        assert.equal(await reviews(page).getByLabel('Heading').inputValue(), `Blue by ${username}`)
        await reviews(page).getByRole('button', { name: 'Publish' }).click()
        const mine = reviews(page).getByRole('article').filter({ hasText: username })
        await mine.getByText('Nothing is hurried.').waitFor()

        await reviews(page).getByRole('button', { name: 'Change your review' }).click()
        await reviews(page).getByLabel('What you think of it').fill('Five men, two afternoons, no hurry.')
        await reviews(page).getByRole('button', { name: 'Publish' }).click()
        await mine.getByText('two afternoons, no hurry').waitFor()

        await assertFeed(page, `Blue by ${username}`)
        const api = await apiAs(page, username)
        await api.post('/api/v1/users/collection', {
          album_id: Number(path.split('/').pop()),
          status: 'owned',
          purchase_price: 12,
          currency: 'EUR',
          location: 'top shelf',
        })

        await signUp(reader.page, path)
        const theirs = reviews(reader.page).getByRole('article').filter({ hasText: username })
        await theirs.getByRole('button', { name: 'Like' }).click()
        await theirs.getByText('1 likes it').waitFor()
        await assertSoundInBoth(reader.page, 'an album with reviews', `reviews-${device}`)
        await theirs.getByRole('button', { name: 'Report' }).click()
        await theirs.getByLabel('What is wrong with it?').fill('It was three afternoons.')
        await theirs.getByRole('button', { name: 'Report' }).last().click()
        await theirs.getByText('A moderator will look at it.').waitFor()
        await theirs.getByRole('link', { name: username }).click()
        await reader.page.getByRole('heading', { level: 1, name: username }).waitFor()
        await reviews(reader.page).getByText('no hurry').waitFor()
        await assertFeed(reader.page, `Blue by ${username}`)
        const copies = reader.page.getByRole('region', { name: 'Collection' })
        await copies.getByRole('link', { name: 'Kind Of Blue' }).waitFor()
        assert.equal(await copies.getByText(/12|top shelf/).count(), 0, 'price and place are one’s own')
        await copies.getByRole('button', { name: 'Wants' }).click()
        await copies.getByText('Nothing is wanted.').waitFor()
        await copies.getByRole('button', { name: 'Has' }).click()
        await copies.getByRole('link', { name: 'Kind Of Blue' }).waitFor()
        await assertSoundInBoth(reader.page, 'the profile')
        assert.deepEqual(reader.complaints, [])

        await openAlbum(page)
        await reviews(page).getByRole('button', { name: 'Change your review' }).click()
        await reviews(page).getByRole('button', { name: 'Take it back' }).click()
        await mine.waitFor({ state: 'detached' })
        await Promise.all([author.context.close(), reader.context.close()])
      },
    )
  })
}
