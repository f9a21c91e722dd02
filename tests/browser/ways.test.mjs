// Ways of using the site: blind to others' scores, with the camera, by the keyboard alone, without motion.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { BASE_URL, devices, launch, openPage } from './browser.mjs'
import { assertSoundInBoth, call, loggedIn, newcomer } from './people.mjs'

let browser
before(async () => (browser = await launch()))
after(() => browser?.close())

const albumOf = async (q) =>
  (await call('GET', `/api/v1/albums?q=${encodeURIComponent(q)}&limit=1`)).albums[0]

describe('blind mode', () => {
  test('hides what others gave until one has rated, or asks', { timeout: 60_000 }, async () => {
    const { username } = await newcomer()
    const storageState = await loggedIn(username)
    const { context, page, complaints } = await openPage(browser, 'phone', { storageState })
    // two that have been rated, and whose ratings no other test counts
    const { albums } = await call('GET', '/api/v1/albums?sort=-popularity&limit=20')
    const [album, other] = albums.filter(({ title }) => title !== 'OK Computer').slice(8)
    const score = page.getByRole('region', { name: 'Score' })
    const card = page.getByRole('article').filter({ has: page.locator(`a[href="/albums/${album.id}"]`) })

    await page.goto(`${BASE_URL}/albums?q=${encodeURIComponent(album.title)}`)
    await card.getByText('★').first().waitFor()
    await page.goto(`${BASE_URL}/settings/display`)
    await page.getByLabel('Blind mode').check()
    await page.goto(`${BASE_URL}/albums?q=${encodeURIComponent(album.title)}`)
    await card.first().waitFor()
    assert.equal(await card.getByText('★').count(), 0)

    await card.first().getByRole('link').first().click()
    await score.getByText('Hidden until you have rated it.').waitFor()
    assert.equal(await score.getByRole('img').count(), 0)
    await assertSoundInBoth(page, 'an album, blind', 'blind-phone')
    await page.getByRole('slider', { name: 'Your rating' }).press('4')
    await score.getByRole('img').waitFor()
    assert.equal(await score.getByText('Hidden until').count(), 0)

    await page.goto(`${BASE_URL}/albums/${other.id}`)
    await score.getByRole('button', { name: 'Show it now' }).click()
    await score.getByRole('img').waitFor()
    assert.deepEqual(complaints, [])
    await context.close()
  })
})

/** What Chromium on Linux lacks: a reader of barcodes that finds this one in any picture. */
function readerOf(code) {
  window.BarcodeDetector = class {
    async detect(source) {
      return source.videoWidth > 0 ? [{ rawValue: code }] : []
    }
  }
}

describe('a barcode', () => {
  let album, code, storageState
  before(async () => {
    const { releases } = await call('GET', '/api/v1/releases?limit=100')
    const { barcode, album_id } = releases.find((release) => release.barcode)
    const { username, token } = await newcomer()
    const copy = { album_id, status: 'owned' }

    await call('POST', '/api/v1/users/collection', { token, body: copy })
    album = await call('GET', `/api/v1/albums/${album_id}`)
    code = barcode.replaceAll(/\D/g, '')
    storageState = () => loggedIn(username)
  })

  async function assertOwned(page) {
    await page.getByRole('status').filter({ hasText: 'Yes: you have 1 copy.' }).waitFor()
    await page.getByRole('button', { name: new RegExp(album.title) }).waitFor()
  }

  test('is read by the camera where the browser can', { timeout: 60_000 }, async () => {
    const permissions = ['camera']
    const options = { permissions, storageState: await storageState() }
    const { context, page, complaints } = await openPage(browser, 'phone', options)
    await page.addInitScript(readerOf, code)

    await page.goto(`${BASE_URL}/collection/lookup`)
    await page.getByRole('button', { name: 'Read the barcode with the camera' }).click()
    await assertOwned(page)
    assert.equal(await page.locator('video').count(), 0, 'the camera is off again')
    assert.equal(await page.getByRole('searchbox', { name: /barcode/ }).inputValue(), code)
    assert.deepEqual(complaints, [])
    await context.close()
  })

  test('is typed where it cannot, and a camera that is refused says so', { timeout: 60_000 }, async () => {
    const { context, page } = await openPage(browser, 'phone', { storageState: await storageState() })

    await page.goto(`${BASE_URL}/collection/lookup`)
    await page.getByText('This browser cannot read barcodes').waitFor()
    const box = page.getByRole('searchbox', { name: /barcode/ })
    await box.fill('4006381333931')
    await page.getByRole('status').filter({ hasText: 'No, you do not have it.' }).waitFor()
    await box.fill(code.replace(/(\d)(\d{5})/, '$1 $2 '))
    await assertOwned(page)

    await page.addInitScript(readerOf, code)
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))
    })
    await page.reload()
    await page.getByRole('button', { name: 'Read the barcode with the camera' }).click()
    await page.getByRole('alert').filter({ hasText: 'Type the digits instead.' }).waitFor()
    await context.close()
  })
})

/** Goes on by Tab until `target` has the focus; wherever it is on the way, it can be seen. */
async function tabTo(page, target) {
  for (let tries = 0; tries < 80; tries++) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const here = document.activeElement
      if (!here || here === document.body) return true
      for (let one = here; one && one !== document.body; one = one.parentElement) {
        const { outlineStyle, outlineWidth } = getComputedStyle(one)
        if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) {
          const { top, bottom } = one.getBoundingClientRect()
          return bottom > 0 && top < window.innerHeight
        }
      }
      return false
    })
    const what = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))
    assert.ok(seen, `the focus can be seen on ${what}`)
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
  }
  assert.fail(`Tab never comes to ${target}`)
}

describe('by the keyboard alone', () => {
  for (const device of Object.keys(devices))
    test(
      `a record is found, rated and taken into the collection, ${device}`,
      { timeout: 90_000 },
      async () => {
        const { username } = await newcomer()
        const storageState = await loggedIn(username)
        const { context, page, complaints } = await openPage(browser, device, { storageState })

        await page.goto(BASE_URL)
        await page.getByRole('article').first().waitFor()
        await tabTo(page, page.getByRole('link', { name: 'Skip to the content' }))
        await page.keyboard.press('Enter')
        assert.equal(await page.evaluate(() => document.activeElement.id), 'content')
        await page.goto(`${BASE_URL}/albums`)
        await page.getByRole('article').first().waitFor()
        await tabTo(page, page.getByRole('searchbox'))
        await page.keyboard.type('blue lines')
        await page.waitForURL(/q=blue\+lines/)
        const found = page.getByRole('link', { name: 'Blue Lines', exact: true })
        await found.waitFor()
        await tabTo(page, found)
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { level: 1, name: 'Blue Lines' }).waitFor()
        assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1')

        const stars = page.getByRole('slider', { name: 'Your rating' })
        await stars.waitFor({ state: 'attached' })
        await tabTo(page, stars)
        for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowRight')
        await page.keyboard.press('Enter')
        await page.getByRole('region', { name: 'Your rating' }).getByText('3.5 stars').waitFor()
        await page.getByRole('button', { name: 'Remove' }).waitFor()

        const add = page.getByRole('button', { name: 'Add a copy' })
        await tabTo(page, add)
        await page.keyboard.press('Enter')
        const dialog = page.getByRole('dialog')
        await dialog.waitFor()
        await page.keyboard.press('Escape')
        await dialog.waitFor({ state: 'detached' })
        assert.ok(await add.evaluate((button) => button === document.activeElement), 'the focus is back')
        await page.keyboard.press('Enter')
        await tabTo(page, dialog.getByRole('button', { name: 'Save' }))
        await page.keyboard.press('Enter')
        await dialog.waitFor({ state: 'detached' })
        await page
          .getByRole('region', { name: 'Your copies' })
          .getByRole('button', { name: /I have it/ })
          .waitFor()
        assert.deepEqual(complaints, [])
        await context.close()
      },
    )
})

/** How many parts of the page would move or fade, and what begins to. */
const moving = (page) =>
  page.evaluate(() => {
    const seconds = (text) => Math.max(...text.split(',').map((one) => parseFloat(one)))
    const parts = [...document.querySelectorAll('*')].flatMap((one) =>
      [undefined, '::before', '::after'].map((part) => getComputedStyle(one, part)),
    )
    return parts.filter((style) => seconds(style.transitionDuration) > 0 || style.animationName !== 'none')
      .length
  })

describe('reduced motion', () => {
  test('nothing moves for whoever would rather have it so', { timeout: 60_000 }, async () => {
    const { context, page } = await openPage(browser, 'desktop')

    for (const path of ['/', `/albums/${(await albumOf('blue lines')).id}`]) {
      await page.goto(BASE_URL + path)
      await page.getByRole('main').getByRole('img').or(page.getByRole('article')).first().waitFor()
      await page.emulateMedia({ reducedMotion: 'no-preference' })
      assert.ok((await moving(page)) > 0, 'for others something does')
      await page.emulateMedia({ reducedMotion: 'reduce' })
      assert.equal(await moving(page), 0, path)
    }
    await context.close()
  })
})
