// session.svelte.ts: the token, its renewal, and what a failing server does to it.
import { describe, expect, it } from 'vitest'
import { body } from './api/client'
import { Session } from './session.svelte'
import { fakeServer, ORIGIN, problem, type Reply, type Sent } from './testing'

const user = { id: 7, username: 'anna', display_name: null, roles: ['user'] }
const session = (token: string, expires_in = 600): Reply => ({
  status: 200,
  body: { token, token_type: 'Bearer', expires_in, user },
})

function made(reply: (sent: Sent) => Reply) {
  const server = fakeServer(reply)
  return { ...server, session: new Session(server.api, server.send, ORIGIN) }
}
const profile = (s: Session) => body(s.api.GET('/api/v1/users/profile'))

describe('Session', () => {
  it('sends the token that logging in gave', async () => {
    const it = made(({ path }) => (path.endsWith('/login') ? session('t1') : { status: 200, body: {} }))
    await it.session.login('anna', 'a long enough one')
    await profile(it.session)
    expect(it.session.user).toEqual(user)
    expect(it.sent.map(({ token }) => token)).toEqual([null, 'Bearer t1'])
  })

  it('renews a token that was refused, once, and sends the request again', async () => {
    const it = made(({ path, token }) => {
      if (path.endsWith('/login')) return session('old')
      if (path.endsWith('/refresh')) return session('new')
      return token === 'Bearer new' ? { status: 200, body: {} } : problem(401, 'Expired.')
    })
    await it.session.login('anna', 'a long enough one')
    await profile(it.session)
    expect(it.calls()).toEqual([
      'POST /api/v1/auth/login',
      'GET /api/v1/users/profile',
      'POST /api/v1/auth/refresh',
      'GET /api/v1/users/profile',
    ])
  })

  it('renews a token about to expire before it is used, once for all who wait', async () => {
    const it = made(({ path }) => {
      if (path.endsWith('/login')) return session('short', 5)
      return path.endsWith('/refresh') ? session('long') : { status: 200, body: {} }
    })
    await it.session.login('anna', 'a long enough one')
    await Promise.all([profile(it.session), profile(it.session)])
    expect(it.calls().filter((call) => call.includes('refresh'))).toHaveLength(1)
    expect(it.sent.slice(2).map(({ token }) => token)).toEqual(['Bearer long', 'Bearer long'])
  })

  it('is over when the refresh cookie is refused', async () => {
    const it = made(({ path }) => (path.endsWith('/login') ? session('old') : problem(401, 'No session.')))
    await it.session.login('anna', 'a long enough one')
    await expect(profile(it.session)).rejects.toMatchObject({ status: 401 })
    expect(it.session.user).toBe(null)
  })

  it('is not over when the user service is down', async () => {
    const it = made(({ path }) => {
      if (path.endsWith('/login')) return session('old')
      return path.endsWith('/refresh') ? problem(503, 'Down.') : problem(401, 'Expired.')
    })
    await it.session.login('anna', 'a long enough one')
    await expect(profile(it.session)).rejects.toMatchObject({ status: 401 })
    expect(it.session.user).toEqual(user)
    expect(it.session.failure?.status).toBe(503)
  })

  it('says which field the server refused', async () => {
    const errors = [{ field: 'username', code: 'taken', detail: 'This name is taken.' }]
    const it = made(() => problem(409, 'That username is taken.', errors))
    await expect(
      it.session.signup({ username: 'anna', password: 'a long enough one' }),
    ).rejects.toMatchObject({
      status: 409,
      fields: { username: 'This name is taken.' },
    })
  })

  it('ends by logging out, but not if that failed', async () => {
    let down = true
    const it = made(({ path }) => {
      if (path.endsWith('/login')) return session('t1')
      return down ? problem(503, 'Down.') : { status: 204 }
    })
    await it.session.login('anna', 'a long enough one')
    await expect(it.session.logout()).rejects.toMatchObject({ status: 503 })
    expect(it.session.user).toEqual(user)
    down = false
    await it.session.logout()
    expect(it.session.user).toBe(null)
  })
})
