// The main job as a person would do it: find an album, want to rate it, sign up, rate it, see it counted.
// BASE_URL is a running stack with the demo catalogue; SCREENSHOTS, if set, the folder for pictures.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { BASE_URL, devices, launch, openPage, picture } from './browser.mjs'
import { assertSound, newName } from './people.mjs'

let browser
before(async () => (browser = await launch()))
after(() => browser?.close())

const score = (page) => page.getByRole('region', { name: 'Score' })
const stars = (page) => page.getByRole('slider', { name: 'Your rating' })

/** How many ratings the score counts; 0 where it says that nobody has rated. */
async function ratingCount(page) {
  await score(page).locator('dl, .none').first().waitFor()
  const figure = score(page).locator('dl > div', { hasText: 'Ratings' }).locator('dd')

  return (await figure.count()) ? Number((await figure.textContent()).replaceAll(',', '')) : 0
}

/** Waits until the score counts so many ratings. */
function untilCounted(page, count) {
  const figure = score(page).locator('dl > div', { hasText: 'Ratings' }).locator('dd')

  return figure.filter({ hasText: new RegExp(`^${count.toLocaleString('en')}$`) }).waitFor()
}

/** What the histogram says in words, e.g. "…: 4 stars 1, 4.5 stars 2". */
const spread = (page) => score(page).getByRole('img').getAttribute('aria-label')

/** How many gave so many stars. */
async function given(page, value) {
  if ((await score(page).getByRole('img').count()) === 0) return 0
  const found = new RegExp(`(?:: |, )${String(value).replace('.', '\\.')} stars ([\\d,]+)`).exec(
    await spread(page),
  )

  return found ? Number(found[1].replaceAll(',', '')) : 0
}

/** Waits until so many people have given so many stars. */
function untilGiven(page, value, count) {
  const words = new RegExp(`(: |, )${String(value).replace('.', '\\.')} stars ${count}(,|$)`)

  return score(page).getByRole('img', { name: words }).waitFor()
}

async function findAlbum(page) {
  await page.goto(`${BASE_URL}/albums`)
  await page.getByRole('heading', { level: 1, name: 'Albums' }).waitFor()
  await page.getByRole('article').first().waitFor()
  await assertSound(page, 'the album list')

  await page.getByRole('searchbox').fill('ok computer')
  await page.waitForURL(/[?&]q=ok\+computer/)
  const found = page.getByRole('article').filter({ hasText: 'OK Computer' }).first()
  await found.waitFor()
  await page.getByRole('status').filter({ hasText: /album/ }).waitFor()
  await assertSound(page, 'the search result')

  await page.goBack()
  await page.waitForURL((url) => !url.search.includes('q='))
  assert.equal(await page.getByRole('searchbox').inputValue(), '', 'Back empties the search box')
  await page.goForward()
  await page.waitForURL(/[?&]q=ok\+computer/)
  await found.getByRole('link', { name: /OK Computer/ }).click()
  await page.getByRole('heading', { level: 1, name: 'OK Computer' }).waitFor()
}

async function signUp(page, username) {
  const album = new URL(page.url()).pathname

  await page.getByRole('link', { name: 'Log in to rate' }).click()
  await page.getByRole('heading', { level: 1, name: 'Log in' }).waitFor()
  await assertSound(page, 'the log-in page')
  await page.getByRole('main').getByRole('link', { name: 'Sign up' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sign up' }).waitFor()
  await assertSound(page, 'the sign-up page')
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(`secret of ${username}`)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.waitForURL((url) => url.pathname === album)
}

/** Gives 4.5 with the arrow keys alone. */
async function rateByKeyboard(page) {
  await stars(page).focus()
  for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowRight')
  assert.equal(await stars(page).getAttribute('aria-valuetext'), '4.5 stars', 'the stars are shown at once')
  await page.keyboard.press('Enter')
}

/** Points at the right half of the fourth star. */
async function rateByPointer(page, device) {
  const drawn = page.locator('.stars')
  const box = await drawn.boundingBox()
  const position = { x: box.width * 0.78, y: box.height / 2 }

  if (devices[device].hasTouch) await drawn.tap({ position })
  else await drawn.click({ position })
}

for (const device of Object.keys(devices)) {
  describe(`main job, ${device}`, () => {
    test(
      'a person finds an album, signs up, rates it and sees the rating counted',
      { timeout: 90_000 },
      async () => {
        const { context, page, complaints } = await openPage(browser, device)
        const username = newName()

        await findAlbum(page)
        const countBefore = await ratingCount(page)
        const [foursBefore, fourHalvesBefore] = [await given(page, 4), await given(page, 4.5)]
        await page.getByRole('region', { name: 'Tracks' }).getByText('Paranoid Android').waitFor()
        await page.getByRole('region', { name: 'Pressings' }).getByRole('table').waitFor()
        await assertSound(page, 'the album page')

        await signUp(page, username)
        await stars(page).waitFor({ state: 'attached' })
        assert.equal(await stars(page).getAttribute('aria-valuetext'), 'Not rated')

        await rateByKeyboard(page)
        await untilGiven(page, 4.5, fourHalvesBefore + 1)
        await untilCounted(page, countBefore + 1)

        await rateByPointer(page, device)
        await untilGiven(page, 4, foursBefore + 1)
        await untilCounted(page, countBefore + 1)
        assert.equal(await given(page, 4.5), fourHalvesBefore, 'the rating was changed, not added to')
        await assertSound(page, 'the rated album')
        await picture(page, `album-rated-${device}`)

        await page.reload()
        await page.getByRole('region', { name: 'Your rating' }).getByText('4 stars').waitFor()
        assert.equal(await ratingCount(page), countBefore + 1)

        await page.getByRole('link', { name: /Your profile/ }).click()
        await page.getByRole('button', { name: 'Save' }).waitFor()
        await assertSound(page, 'the profile')

        await page.getByRole('button', { name: 'Log out' }).click()
        await page.getByRole('link', { name: 'Log in' }).first().waitFor()
        assert.equal(await page.getByRole('button', { name: 'Log out' }).count(), 0)
        assert.deepEqual(complaints, [], 'the console is silent')
        await context.close()
      },
    )
  })
}
