// What several journeys begin with: somebody new, and a page that offends nobody.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { axeViolations, BASE_URL, picture, sidewaysScroll } from './browser.mjs'

/** Where the operator's command was built; RUN says which stack it speaks to. */
const BUILD = process.env.VH_BUILD ?? new URL('../..', import.meta.url).pathname

/** A name nobody has yet. */
export const newName = () => `t${randomBytes(6).toString('hex')}`
export const passwordOf = (username) => `secret of ${username}`

/** The page as it stands offends nobody: axe is content and nothing sticks out sideways. */
export async function assertSound(page, where, rules) {
  assert.deepEqual(await axeViolations(page, rules), [], `axe on ${where}`)
  assert.ok((await sidewaysScroll(page)) <= 0, `${where} scrolls sideways`)
}

/** What of a page may be wrong in the dark alone. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/** The page is sound in light and in dark, and, with a name, has its picture taken in both. */
export async function assertSoundInBoth(page, where, name) {
  // Without motion no colour is on its way while axe looks at it.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await assertSound(page, `${where}, light`)
  if (name) await picture(page, `${name}-light`)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  assert.deepEqual(await axeViolations(page, COLOURS), [], `axe on ${where}, dark`)
  if (name) await picture(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
}

/** Asks the API; what is no success is thrown. */
export async function call(method, path, { body, token } = {}) {
  const response = await fetch(BASE_URL + path, {
    method,
    headers: {
      ...(body && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })

  assert.ok(response.ok, `${method} ${path}: ${response.status}`)
  return response.status === 204 ? null : response.json()
}

/** Somebody new, without the form. VH_BUILD and RUN say where the operator's command is, for who is to have a role. */
export async function newcomer(role) {
  const username = newName()
  const account = { username, password: passwordOf(username) }
  const { token } = await call('POST', '/api/v1/auth/signup', { body: account })

  if (!role) return { username, token }
  execFileSync(`${BUILD}/tools/vinylhound/vinylhound`, ['user', 'grant', username, role], {
    stdio: 'pipe',
  })
  // roles hold from the next token on
  return { username, token: (await call('POST', '/api/v1/auth/login', { body: account })).token }
}

/** So many copies for whose token it is, of a hundred albums; added ten at a time. */
export async function manyCopies(token, count) {
  const { albums } = await call('GET', '/api/v1/albums?limit=100')
  const add = (i) =>
    call('POST', '/api/v1/users/collection', {
      token,
      body: { album_id: albums[i % albums.length].id, status: 'owned' },
    })

  for (let i = 0; i < count; i += 10) await Promise.all(Array.from({ length: 10 }, (_, k) => add(i + k)))
}

/** A context's `storageState` in which somebody is logged in, without the form. */
export async function loggedIn(username) {
  const response = await fetch(`${BASE_URL}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password: passwordOf(username) }),
  })
  assert.equal(response.status, 200)
  const [, name, value, path] = /^([^=]+)=([^;]*);.*?[Pp]ath=([^;]+)/.exec(response.headers.getSetCookie()[0])
  const { origin, hostname } = new URL(BASE_URL)

  return {
    cookies: [
      {
        ...{ name, value, path, domain: hostname, expires: -1 },
        ...{ httpOnly: true, secure: false, sameSite: 'Strict' },
      },
    ],
    origins: [{ origin, localStorage: [{ name: 'vinylhound.session', value: '1' }] }],
  }
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
  const { username } = await newcomer(role)
  const { cookies, origins } = await loggedIn(username)

  await page.context().addCookies(cookies)
  await page.goto(`${BASE_URL}/index.html`)
  await page.evaluate(([{ name, value }]) => localStorage.setItem(name, value), origins[0].localStorage)
  await page.goto(BASE_URL + path)
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
