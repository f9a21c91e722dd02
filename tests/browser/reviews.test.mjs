// Saying what one thinks of an album: writing, changing and liking reviews.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { BASE_URL, devices, launch, openPage } from './browser.mjs'
import { assertSoundInBoth, fillLogin, signUp } from './people.mjs'

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
        await assertSoundInBoth(reader.page, 'the profile', `user-${device}`)
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
