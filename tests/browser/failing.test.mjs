// What a person sees when a part of the site fails: that part alone says so, and a refused rating is taken back.
// The answers of a failing service are put in the way of the browser; everything else is the running stack's (BASE_URL).
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { axeViolations, BASE_URL, launch, openPage, picture } from './browser.mjs'

let browser
before(async () => (browser = await launch()))
after(() => browser?.close())

const unavailable = {
  status: 503,
  contentType: 'application/problem+json',
  headers: { 'Retry-After': '2' },
  body: JSON.stringify({
    type: '/problems/unavailable',
    title: 'Service unavailable',
    status: 503,
    detail: 'The ratings cannot be reached.',
    instance: '/api/v1/ratings',
    request_id: '0123456789abcdef',
  }),
}

async function openAlbum(page, title = 'OK Computer') {
  await page.goto(`${BASE_URL}/albums?q=${encodeURIComponent(title)}`)
  await page.getByRole('article').first().getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

test('without the rating service an album still shows its tracks', { timeout: 60_000 }, async () => {
  const { context, page } = await openPage(browser, 'desktop')

  await page.route('**/api/v1/ratings/**', (route) => route.fulfill(unavailable))
  await openAlbum(page)
  await page.getByText('Paranoid Android').waitFor()
  const alert = page.getByRole('alert')
  await alert.waitFor()
  assert.match(await alert.textContent(), /The ratings cannot be reached\. Try again in 2 seconds\./)
  assert.equal(await page.getByRole('alert').count(), 1)
  assert.deepEqual(await axeViolations(page), [])
  await picture(page, 'failing-desktop')

  await page.unroute('**/api/v1/ratings/**')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('region', { name: 'Score' }).locator('dl, .none').first().waitFor()
  assert.equal(await page.getByRole('alert').count(), 0)
  await context.close()
})

test('a rating that is refused is taken back, and the reason given', { timeout: 60_000 }, async () => {
  const { context, page } = await openPage(browser, 'desktop')
  const stars = page.getByRole('slider', { name: 'Your rating' })

  await openAlbum(page, 'Funeral')
  await page.getByRole('banner').getByRole('link', { name: 'Sign up' }).click()
  await page.getByLabel('Username').fill(`t${randomBytes(6).toString('hex')}`)
  await page.getByLabel('Password', { exact: true }).fill('a sentence that nobody guesses')
  await page.getByRole('button', { name: 'Sign up' }).click()
  await stars.waitFor({ state: 'attached' })

  let refuse
  const refused = new Promise((resolve) => (refuse = resolve))
  await page.route('**/api/v1/ratings', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await refused
    return route.fulfill(unavailable)
  })
  await stars.press('5')
  assert.equal(await stars.getAttribute('aria-valuetext'), '5 stars', 'shown at once')
  refuse()
  await page.getByRole('alert').filter({ hasText: 'Your rating was not saved.' }).waitFor()
  assert.equal(await stars.getAttribute('aria-valuetext'), 'Not rated', 'taken back')

  await page.unroute('**/api/v1/ratings')
  await stars.press('5')
  await page.getByRole('button', { name: 'Remove' }).waitFor()
  await page.getByRole('alert').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('region', { name: 'Your rating' }).getByText('Not rated').waitFor()
  await context.close()
})

test('without any service the site says what to do', { timeout: 60_000 }, async () => {
  const { context, page } = await openPage(browser, 'phone')

  await page.route('**/api/v1/albums?**', (route) => route.abort())
  await page.goto(`${BASE_URL}/albums`)
  const alert = page.getByRole('alert')
  await alert.waitFor()
  assert.match(await alert.textContent(), /Check your connection/)
  await page.unroute('**/api/v1/albums?**')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('article').first().waitFor()
  await context.close()
})

test('a form says by its fields what is wrong', { timeout: 60_000 }, async () => {
  const { context, page } = await openPage(browser, 'desktop')

  await page.goto(`${BASE_URL}/login`)
  await page.getByLabel('Username').fill(`nobody${randomBytes(4).toString('hex')}`)
  await page.getByLabel('Password', { exact: true }).fill('not the right one')
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('alert').filter({ hasText: 'do not go together' }).waitFor()

  await page.goto(`${BASE_URL}/signup`)
  await page.getByLabel('Username').fill('not a name')
  await page.getByLabel('Password', { exact: true }).fill('a sentence that nobody guesses')
  await page.getByRole('button', { name: 'Sign up' }).click()
  const field = page.getByLabel('Username')
  await page.locator('[name=username][aria-invalid=true]').waitFor()
  assert.ok(
    await field.evaluate((element) => element === element.ownerDocument.activeElement),
    'it has the focus',
  )
  assert.deepEqual(await axeViolations(page), [])
  await context.close()
})
