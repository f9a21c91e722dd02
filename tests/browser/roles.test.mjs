// What editors and moderators do: an edit with its preview, taken back; a report decided on. VH_BUILD and RUN say where
// the operator's command is and which stack it speaks to.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { BASE_URL, devices, launch, openPage } from './browser.mjs'
import { apiAs, assertSoundInBoth, newName, signUp, somebodyWith } from './people.mjs'

let browser
before(async () => (browser = await launch()))
after(() => browser?.close())

async function albumPath(page, title) {
  const { albums } = await (
    await page.request.get(`${BASE_URL}/api/v1/albums?q=${encodeURIComponent(title)}&limit=1`)
  ).json()
  return `/albums/${albums[0].id}`
}

/** A shelf of the front page shows what the chart it leads to begins with, in its order. */
async function assertChartsOrder(page, name, sort) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes(`/api/v1/charts?sort=${sort}&`)),
    page.goto(BASE_URL),
  ])
  // asked anew: the answer may have been to the page before, and is gone with it
  const { albums } = await (await page.request.get(answer.url())).json()
  const links = page.getByRole('region', { name }).locator('article > a')
  await links.nth(albums.length - 1).waitFor({ state: 'attached' })

  assert.ok(albums.length > 1)
  assert.deepEqual(
    await links.evaluateAll((all) => all.map((one) => one.pathname)),
    albums.map((one) => `/albums/${one.album_id}`),
  )
}

for (const device of Object.keys(devices)) {
  describe(`roles, ${device}`, () => {
    test(
      'an editor changes an album, sees the difference, and takes it back',
      { timeout: 90_000 },
      async () => {
        const { context, page, complaints } = await openPage(browser, device)
        const path = await albumPath(page, device === 'phone' ? 'nevermind' : 'loveless')
        await somebodyWith(page, 'editor', path)

        await page.getByRole('link', { name: 'Edit' }).click()
        const title = page.getByLabel('Title', { exact: true })
        await title.waitFor()
        const before = await title.inputValue()
        await title.fill(`${before} (mono)`)
        const preview = page.getByRole('region', { name: 'What this changes' })
        await preview.getByText(`${before} (mono)`).waitFor()
        await assertSoundInBoth(page, 'an edit', `edit-${device}`)
        await page.getByRole('button', { name: 'Save' }).click()
        await page.getByRole('heading', { level: 1, name: 'History' }).waitFor()
        const newest = page.getByRole('main').getByRole('listitem').first()
        await newest.getByText(`${before} (mono)`).waitFor()
        await assertSoundInBoth(page, 'a history', `history-${device}`)
        await newest.getByRole('button', { name: 'Take back' }).click()
        await newest.getByText('takes back version').waitFor()
        await page.goto(`${BASE_URL}${path}`)
        await page.getByRole('heading', { level: 1, name: before, exact: true }).waitFor()
        assert.deepEqual(complaints, [])
        await context.close()
      },
    )

    test('a moderator hides a review that was reported', { timeout: 90_000 }, async () => {
      const [author, reader, moderator] = await Promise.all([0, 1, 2].map(() => openPage(browser, device)))
      const path = await albumPath(author.page, 'kind of blue')
      const heading = `Nothing to do with it ${newName()}`

      await signUp(author.page, path)
      await author.page.getByRole('button', { name: 'Write a review' }).click()
      await author.page.getByLabel('Heading').fill(heading)
      await author.page.getByLabel('What you think of it').fill('Buy my records instead.')
      await author.page.getByRole('button', { name: 'Publish' }).click()
      const review = (page) =>
        page
          .getByRole('article')
          .filter({ has: page.getByRole('heading', { name: heading }) })
          .last()
      await review(author.page).waitFor()

      await signUp(reader.page, path)
      await review(reader.page).getByRole('button', { name: 'Report' }).click()
      await reader.page.getByLabel('What is wrong with it?').fill(`Advertising: ${heading}`)
      await review(reader.page).getByRole('button', { name: 'Report' }).last().click()
      await reader.page.getByText('A moderator will look at it.').waitFor()

      const { page } = moderator
      await somebodyWith(page, 'moderator', '/moderation')
      const report = page
        .getByRole('article', { name: /^Report / })
        .filter({ hasText: `Advertising: ${heading}` })
      await report.getByRole('button', { name: 'Hide' }).click()
      await report.getByLabel('Why? The author sees this.').fill('It advertises')
      await report.getByRole('button', { name: 'Hide' }).last().click()
      await report.getByText('Hidden:').waitFor()
      await assertSoundInBoth(page, 'the moderation', `moderation-${device}`)
      await report.getByRole('button', { name: 'The report is right' }).click()
      await report.getByLabel('Why?').fill('It advertises')
      await report.getByRole('button', { name: 'The report is right' }).click()
      await report.waitFor({ state: 'detached' })
      await page.getByText('report.upheld').first().waitFor()

      await reader.page.reload()
      await reader.page.getByRole('region', { name: 'Reviews' }).waitFor()
      await review(reader.page).waitFor({ state: 'detached' })
      assert.deepEqual(moderator.complaints, [])
      await Promise.all([author, reader, moderator].map(({ context }) => context.close()))
    })

    test('home, charts, search and the front of each are sound', { timeout: 90_000 }, async () => {
      const { context, page, complaints } = await openPage(browser, device)
      const rater = await openPage(browser, device)
      const api = await apiAs(rater.page, await signUp(rater.page))
      const { albums } = await (await page.request.get(`${BASE_URL}/api/v1/albums?limit=3`)).json()
      for (const [i, album] of albums.entries())
        await api.post('/api/v1/ratings', { album_id: album.id, rating: 5 - i })
      await rater.context.close()
      await signUp(page)
      await assertChartsOrder(page, 'Best rated', 'top')
      await assertChartsOrder(page, 'Trending', 'trending')
      await page.getByRole('region', { name: 'Lately added' }).getByRole('article').first().waitFor()
      await assertSoundInBoth(page, 'the front page', `home-${device}`)
      await page.getByRole('region', { name: 'For you' }).getByRole('link').first().click()
      await page.getByRole('region', { name: 'Recommended to you' }).getByText('Well liked by many').waitFor()
      await page.goto(`${BASE_URL}/charts`)
      await page.getByText('By the lower end').waitFor()
      await page.getByRole('main').locator('li, .soft').first().waitFor()
      await assertSoundInBoth(page, 'the charts', `charts-${device}`)
      await page.goto(`${BASE_URL}/search?q=radiohaed`)
      await page
        .getByRole('link', { name: /Radiohead/ })
        .first()
        .waitFor()
      await assertSoundInBoth(page, 'the search', `find-${device}`)
      await page.getByRole('list', { name: 'What was found' }).locator('a[href^="/artists/"]').first().click()
      await page.getByRole('heading', { level: 1, name: 'Radiohead' }).waitFor()
      await page.getByRole('article').first().waitFor()
      await assertSoundInBoth(page, 'an artist', `artist-${device}`)
      await page.goto(`${BASE_URL}/genres`)
      await page.getByRole('link', { name: 'Jazz' }).waitFor()
      await assertSoundInBoth(page, 'the genres', `genres-${device}`)
      await page.goto(`${BASE_URL}/albums?genre=Jazz&decade=1950`)
      await page.getByRole('article').first().waitFor()
      await assertSoundInBoth(page, 'browsing', `browse-${device}`)
      for (const path of ['/labels/1', '/songs/1']) {
        await page.goto(BASE_URL + path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await assertSoundInBoth(page, path, `${path.split('/')[1]}-${device}`)
      }
      assert.deepEqual(
        complaints.filter((one) => !one.includes('404')),
        [],
      )
      await context.close()
    })

    test('an administrator gives a role and ends sessions', { timeout: 90_000 }, async () => {
      const { context, page, complaints } = await openPage(browser, device)
      const other = await openPage(browser, device)
      const username = await signUp(other.page)

      await somebodyWith(page, 'admin', '/admin')
      await page.getByText('All services answer.').waitFor()
      await page.getByLabel('Username or display name').fill(username)
      const row = page.getByRole('listitem').filter({ hasText: username })
      await row.getByText('1 session').waitFor()
      await assertSoundInBoth(page, 'the administration', `admin-${device}`)
      await row.getByRole('button', { name: 'Change' }).click()
      const dialog = page.getByRole('dialog', { name: username })
      await dialog.getByRole('checkbox', { name: /^editor/ }).check()
      await dialog.getByRole('button', { name: 'Save' }).click()
      await dialog.getByText('Saved.').waitFor()
      await assertSoundInBoth(page, 'an account', `account-${device}`)
      await dialog.getByRole('button', { name: 'End all sessions' }).click()
      await dialog.getByText('0 sessions').waitFor()
      await page.keyboard.press('Escape')
      await row.getByText('editor · 0 sessions').waitFor()
      await other.page.goto(`${BASE_URL}/settings/notes`)
      await other.page.getByText('Your session has ended.').waitFor()
      // there is no model of recommendations here
      assert.deepEqual(
        complaints.filter((one) => !one.includes('404')),
        [],
      )
      await Promise.all([context.close(), other.context.close()])
    })
  })
}
