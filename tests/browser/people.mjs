// What several journeys begin with: somebody new, and a page that offends nobody.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { axeViolations, BASE_URL, picture, sidewaysScroll } from './browser.mjs'

/** A name nobody has yet. */
export const newName = () => `t${randomBytes(6).toString('hex')}`
export const passwordOf = (username) => `secret of ${username}`

/** The page as it stands offends nobody: axe is content and nothing sticks out sideways. */
export async function assertSound(page, where) {
  assert.deepEqual(await axeViolations(page), [], `axe on ${where}`)
  assert.ok((await sidewaysScroll(page)) <= 0, `${where} scrolls sideways`)
}

/** The page is sound in light and in dark, and has its picture taken in both. */
export async function assertSoundInBoth(page, where, name) {
  for (const colorScheme of ['light', 'dark']) {
    // Without motion no colour is on its way while axe looks at it.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await assertSound(page, `${where}, ${colorScheme}`)
    await picture(page, `${name}-${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
}

/** Signs up by the form, and is then at `path`. */
export async function signUp(page, path = '/', username = newName()) {
  await page.goto(`${BASE_URL}/signup?back=${encodeURIComponent(path)}`)
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(passwordOf(username))
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.waitForURL((url) => url.pathname + url.search === path)
  return username
}

export async function logIn(page, username, path = '/') {
  await page.goto(`${BASE_URL}/login?back=${encodeURIComponent(path)}`)
  await fillLogin(page, username)
  await page.waitForURL((url) => url.pathname + url.search === path)
}

export async function fillLogin(page, username) {
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(passwordOf(username))
  await page.getByRole('button', { name: 'Log in' }).click()
}
