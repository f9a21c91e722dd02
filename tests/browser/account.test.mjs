// What one does about oneself: ending a stolen session, and the settings, in either language.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { text } from 'node:stream/consumers'
import { BASE_URL, devices, launch, openPage } from './browser.mjs'
import { assertSoundInBoth, fillLogin, logIn, passwordOf, signUp } from './people.mjs'

let browser
before(async () => (browser = await launch()))
after(() => browser?.close())

for (const device of Object.keys(devices)) {
  describe(`a stolen session, ${device}`, () => {
    test(
      'is ended elsewhere, and whoever logs in again is back at the same place',
      { timeout: 60_000 },
      async () => {
        const mine = await openPage(browser, device)
        const stolen = await openPage(browser, 'desktop')
        const username = await signUp(mine.page, '/settings/sessions')
        await logIn(stolen.page, username, '/settings/notes')

        await mine.page.reload()
        const others = mine.page
          .getByRole('listitem')
          .filter({ has: mine.page.getByRole('button', { name: /^End/ }) })
        await others.first().waitFor()
        assert.equal(await others.count(), 1)
        await assertSoundInBoth(mine.page, 'the sessions')
        await others.getByRole('button').click()
        await others.waitFor({ state: 'detached' })
        assert.deepEqual(mine.complaints, [])

        // The thief's page reloads: its cookie is good for nothing.
        await stolen.page.reload()
        await stolen.page.getByText('Your session has ended.').waitFor()
        assert.match(stolen.page.url(), /\/login\?back=%2Fsettings%2Fnotes$/)
        await fillLogin(stolen.page, username)
        await stolen.page.waitForURL(`${BASE_URL}/settings/notes`)
        await stolen.page.getByRole('heading', { level: 1, name: 'Notes' }).waitFor()
        await Promise.all([mine.context.close(), stolen.context.close()])
      },
    )

    test('settings are kept, and the site speaks German to who wants it', { timeout: 60_000 }, async () => {
      const { context, page, complaints } = await openPage(browser, device)
      await signUp(page, '/settings')

      await page.getByLabel('Display name').fill('Maria Callas')
      await page.getByLabel('About you').fill('Opera on shellac.')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
      await assertSoundInBoth(page, 'the profile settings')

      const settings = page.getByRole('navigation', { name: 'Settings' })
      await settings.getByRole('link', { name: 'Taste' }).click()
      await page.getByRole('slider', { name: 'Jazz' }).press('ArrowRight')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
      await page.reload()
      await page.getByRole('slider', { name: 'Jazz' }).and(page.locator('[aria-valuetext=more]')).waitFor()
      await assertSoundInBoth(page, 'the taste')

      await settings.getByRole('link', { name: 'Notes' }).click()
      await page.getByLabel('Lines for yourself').fill('Look for the mono pressing\n\nAsk about the sleeve')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()

      await settings.getByRole('link', { name: 'Password' }).click()
      await page.getByLabel('Present password', { exact: true }).fill('not the right one')
      await page.getByLabel('New password', { exact: true }).fill('another sentence that nobody guesses')
      await page.getByRole('button', { name: 'Change password' }).click()
      await page.locator('[name=current_password][aria-invalid=true]').waitFor()
      await assertSoundInBoth(page, 'the password form', `password-${device}`)

      await settings.getByRole('link', { name: 'Language and display' }).click()
      await page.getByLabel('Language').selectOption('Deutsch')
      await page.getByRole('heading', { level: 1, name: 'Sprache und Anzeige' }).waitFor()
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'de')
      await assertSoundInBoth(page, 'the display settings in German', `display-${device}`)
      await page.reload()
      await page.getByRole('heading', { level: 1, name: 'Sprache und Anzeige' }).waitFor()
      assert.deepEqual(
        complaints.filter((complaint) => !complaint.includes('422')),
        [],
        'the console is silent but for the password that was wrong',
      )
      await context.close()
    })

    test('one takes one’s data along and leaves for good', { timeout: 60_000 }, async () => {
      const { context, page, complaints } = await openPage(browser, device)
      const username = await signUp(page, '/settings/data')

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download the file' }).click(),
      ])
      assert.equal(download.suggestedFilename(), `vinylhound-${username}.json`)
      const data = JSON.parse(await text(await download.createReadStream()))
      assert.match(JSON.stringify(data.user), new RegExp(username))
      await page.getByText('The file is in your downloads.').waitFor()

      await page.getByRole('button', { name: 'Delete your account' }).click()
      const password = page.getByLabel('Present password', { exact: true })
      await password.fill('not the right one')
      await page.getByLabel('Leave my reviews here').check()
      await page.getByRole('button', { name: 'Delete it for good' }).click()
      await page.locator('[name=password][aria-invalid=true]').waitFor()
      await assertSoundInBoth(page, 'one’s data', `data-${device}`)
      await password.fill(passwordOf(username))
      await page.getByRole('button', { name: 'Delete it for good' }).click()
      await page.getByRole('heading', { level: 1, name: 'Your account is deleted' }).waitFor()
      await page.getByRole('banner').getByRole('link', { name: 'Log in' }).click()
      await fillLogin(page, username)
      await page.getByText('That username and password do not go together.').waitFor()
      assert.deepEqual(
        complaints.filter((one) => !/422|401/.test(one)),
        [],
      )
      await context.close()
    })
  })
}
