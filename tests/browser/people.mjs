// What several journeys begin with: somebody new, and a page that offends nobody.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { axeViolations, BASE_URL, picture, sidewaysScroll } from './browser.mjs'

/** A name nobody has yet. */
export const newName = () => `t${randomBytes(6).toString('hex')}`
export const passwordOf = (username) => `secret of ${username}`

/** The page as it stands offends nobody: axe is content and nothing sticks out sideways. */
export async function assertSound(page, where, rules) {
  assert.deepEqual(await axeViolations(page, rules), [], `axe on ${where}`)
  assert.ok((await sidewaysScroll(page)) <= 0, `${where} scrolls sideways`)
}

/** What of axe's looks at colours: all else is the same in the dark. */
const ofColours = ['color-contrast', 'link-in-text-block']

/** The page is sound in light and in dark, and has its picture taken in both. */
export async function assertSoundInBoth(page, where, name) {
  for (const colorScheme of ['light', 'dark']) {
    // Without motion no colour is on its way while axe looks at it.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await assertSound(page, `${where}, ${colorScheme}`, colorScheme === 'dark' ? ofColours : undefined)
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

/** Somebody new with a role, given by the operator's command, logged in at `path`. */
export async function somebodyWith(page, role, path) {
  const username = await signUp(page, '/', newName())
  const { VH_BUILD, RUN } = process.env

  execFileSync(`${VH_BUILD}/tools/vinylhound/vinylhound`, ['user', 'grant', username, role], {
    env: { ...process.env, RUN },
    stdio: 'pipe',
  })
  // roles hold from the next token on
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('banner').getByRole('link', { name: 'Log in' }).waitFor()
  await logIn(page, username, path)
  return username
}

/** The API as this user would call it, with a session of its own. */
export async function apiAs(page, username) {
  const data = { username, password: passwordOf(username) }
  const login = await page.request.post(`${BASE_URL}/api/v1/auth/login`, { data })
  const headers = { Authorization: `Bearer ${(await login.json()).token}` }

  return {
    post: (path, data) => page.request.post(BASE_URL + path, { headers, data }),
    put: (path, data) => page.request.put(BASE_URL + path, { headers, data }),
  }
}
