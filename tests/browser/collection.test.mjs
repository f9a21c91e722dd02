// Building a collection, and looking things up in a shop where there is no network.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { BASE_URL, devices, launch, openPage } from './browser.mjs'
import {
  assertSoundInBoth,
  call,
  loggedIn,
  manyCopies,
  newcomer,
  newName,
  passwordOf,
  signUp,
} from './people.mjs'

let browser
before(async () => (browser = await launch()))
after(() => browser?.close())

const copies = (page) => page.getByRole('region', { name: 'Your copies' })
const rows = (page, name = 'Collection') =>
  page.getByRole('list', { name, exact: true }).getByRole('listitem')

async function openAlbum(page, title) {
  await page.goto(`${BASE_URL}/albums?q=${encodeURIComponent(title)}`)
  await page.getByRole('article').first().getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Adds a copy of the album shown, by its form. */
async function addCopy(page, { button = 'Add a copy', price, place }) {
  await copies(page).getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Record').selectOption('VG+')
  if (price) await dialog.getByLabel('Price').fill(price)
  if (place) await dialog.getByLabel('Place').fill(place)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
}

for (const device of Object.keys(devices)) {
  describe(`a collection, ${device}`, () => {
    test(
      'is built, looked at as a table, a wall and in pictures, and changed',
      { timeout: 90_000 },
      async () => {
        const { context, page, complaints } = await openPage(browser, device)
        await signUp(page)

        await openAlbum(page, 'OK Computer')
        await addCopy(page, { price: '24,50', place: 'Shelf 3' })
        await copies(page)
          .getByRole('button', { name: /I have it · VG\+ · Shelf 3 · €24\.50/ })
          .waitFor()
        await assertSoundInBoth(page, 'an album one has', `album-own-${device}`)
        await openAlbum(page, 'Kind Of Blue')
        await addCopy(page, { button: 'I want it' })

        await page
          .getByRole('navigation', { name: 'Main' })
          .locator('visible=true')
          .getByRole('link', { name: 'Collection' })
          .click()
        await rows(page).first().waitFor()
        assert.equal(await rows(page).count(), 1)
        await assertSoundInBoth(page, 'the collection')
        await page.getByRole('button', { name: 'Wall of covers' }).click()
        await assertSoundInBoth(page, 'the wall')
        await page.getByRole('searchbox', { name: 'Find among these' }).fill('nothing like it')
        await page.getByText('None of your copies').waitFor()
        await page.getByRole('searchbox', { name: 'Find among these' }).fill('radio comp')
        await rows(page).getByRole('button').click()

        const dialog = page.getByRole('dialog')
        await assertSoundInBoth(page, 'a copy', `copy-${device}`)
        await dialog.getByLabel('Sleeve').selectOption('VG')
        await dialog.getByLabel('Notes').fill('Signed by nobody')
        await dialog.getByRole('button', { name: 'Save' }).click()
        await dialog.waitFor({ state: 'detached' })

        const sections = page.getByRole('navigation', { name: 'Collection' })
        await sections.getByRole('link', { name: 'In pictures' }).click()
        await page.getByRole('img', { name: /By decade: 1990s 1/ }).waitFor()
        await page.getByRole('img', { name: /€24\.50 from/ }).waitFor()
        await assertSoundInBoth(page, 'the pictures')

        await sections.getByRole('link', { name: 'Wantlist' }).click()
        await rows(page, 'Wantlist').getByRole('button').click()
        await dialog.getByRole('button', { name: 'Take it out' }).click()
        await page.getByText('Nothing here yet').waitFor()
        await page.reload()
        await page.getByText('Nothing here yet').waitFor()
        assert.deepEqual(complaints, [])
        await context.close()
      },
    )

    test(
      'is looked up without a network; what is changed there is sent when it is back',
      { timeout: 90_000 },
      async () => {
        const { context, page } = await openPage(browser, device, { serviceWorkers: 'allow' })
        await signUp(page)
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
        await openAlbum(page, 'Kind Of Blue')
        await addCopy(page, { button: 'I want it' })
        await page.goto(`${BASE_URL}/collection/lookup`)
        // until the barcodes of what one has are learned
        await page.waitForFunction(async () => {
          const open = indexedDB.open('vinylhound')
          const database = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)))
          const all = database.transaction('barcodes').objectStore('barcodes').count()
          return new Promise((resolve) => (all.onsuccess = () => resolve(all.result > 0)))
        })

        await context.setOffline(true)
        await page.reload()
        const box = page.getByRole('searchbox', { name: 'Artist, title or barcode' })
        await box.fill('kind of')
        await page.getByRole('status').filter({ hasText: 'On your wantlist: 1.' }).waitFor()
        await assertSoundInBoth(page, 'the look-up without a network', `lookup-${device}`)
        await box.fill('ok computer')
        await page.getByRole('status').filter({ hasText: 'No, you do not have it.' }).waitFor()

        // bought: the wish becomes a copy
        const sections = page.getByRole('navigation', { name: 'Collection' })
        await sections.getByRole('link', { name: 'Wantlist' }).click()
        await rows(page, 'Wantlist').getByRole('button').click()
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel('State').selectOption('owned')
        await dialog.getByLabel('Price').fill('12')
        await dialog.getByRole('button', { name: 'Save' }).click()
        await page.getByText('1 change waits for the network.').waitFor()

        await context.setOffline(false)
        await page.getByText('1 change waits for the network.').waitFor({ state: 'detached' })
        await page.reload()
        await sections.getByRole('link', { name: 'Collection', exact: true }).click()
        await rows(page).filter({ hasText: 'Kind Of Blue' }).waitFor()
        assert.equal(await rows(page).count(), 1)
        await context.close()
      },
    )
  })
}

describe('two devices', () => {
  test(
    'that change the same copy: the one that comes late is asked what shall hold',
    { timeout: 90_000 },
    async () => {
      const { context, page } = await openPage(browser, 'desktop', { serviceWorkers: 'allow' })
      const name = await signUp(page, '/', newName())
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      await openAlbum(page, 'OK Computer')
      await addCopy(page, { place: 'Shelf 1' })
      await page.goto(`${BASE_URL}/collection`)
      await rows(page).first().waitFor()

      await context.setOffline(true)
      await rows(page).getByRole('button').click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Place').fill('Shelf 2')
      await dialog.getByRole('button', { name: 'Save' }).click()
      await page.getByText('1 change waits for the network.').waitFor()

      // meanwhile, elsewhere
      const account = { username: name, password: passwordOf(name) }
      const { token } = await call('POST', '/api/v1/auth/login', { body: account })
      const { items } = await call('GET', '/api/v1/users/collection', { token })
      const { album, status } = items[0]
      await call('PUT', `/api/v1/users/collection/${items[0].id}`, {
        token,
        body: { album_id: album.id, status, location: 'Cellar' },
      })

      await context.setOffline(false)
      const conflict = page.getByRole('region', { name: /OK Computer was changed elsewhere/ })
      await conflict.getByText('place: Cellar').waitFor()
      await conflict.getByText('place: Shelf 2').waitFor()
      await assertSoundInBoth(page, 'a conflict', 'conflict-desktop')
      await conflict.getByRole('button', { name: 'Make it so' }).click()
      await conflict.waitFor({ state: 'detached' })
      assert.equal((await call('GET', '/api/v1/users/collection', { token })).items[0].location, 'Shelf 2')
      await context.close()
    },
  )
})

describe('a thousand copies', () => {
  test('are drawn only as far as the window reaches', { timeout: 90_000 }, async () => {
    const { username, token } = await newcomer()
    await manyCopies(token, 1000)
    const storageState = await loggedIn(username)
    const { context, page } = await openPage(browser, 'desktop', { storageState })
    await page.goto(`${BASE_URL}/collection`)
    await page.getByText('1,000 copies').waitFor()
    assert.ok((await rows(page).count()) < 60)
    await page.keyboard.press('End')
    await page.locator('[aria-posinset="1000"]').waitFor()
    assert.ok((await rows(page).count()) < 60)
    await page.getByRole('searchbox', { name: 'Find among these' }).fill('radiohead')
    await page.getByText(/^\d+ of 1,000 copies$/).waitFor()
    await context.close()
  })
})
