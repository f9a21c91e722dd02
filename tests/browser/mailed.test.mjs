// What a mailed link is for: an address verified, and a forgotten password replaced, all through the page.
import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { BASE_URL, devices, launch, openPage } from './browser.mjs'
import { assertSoundInBoth, newName, passwordOf } from './people.mjs'

const mails = [] // as they came, whole conversations

/** A mail server that says yes to everything, where the stack sends its mails. */
function sink() {
  return createServer((socket) => {
    let said = ''
    let inText = false
    socket.setEncoding('utf8')
    socket.write('220 sink\r\n')
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      said += chunk
      if (inText && said.endsWith('\r\n.\r\n')) {
        inText = false
        mails.push(said)
        said = ''
        socket.write('250 kept\r\n')
      } else if (!inText && said.endsWith('\r\n')) {
        inText = /\r\nDATA\r\n$/i.test(`\r\n${said}`)
        const quit = /\r\nQUIT\r\n$/i.test(`\r\n${said}`)
        socket[quit ? 'end' : 'write'](inText ? '354 go on\r\n' : quit ? '221 bye\r\n' : '250 fine\r\n')
      }
    })
  })
}

/** The path of the link to a page in the last mail to an address, once it has come. */
async function linkTo(address, page) {
  const pattern = new RegExp(`http://site.example(/${page}#\\S+)`)
  for (let tries = 0; tries < 300; tries++) {
    const path = mails
      .findLast((mail) => mail.includes(`<${address}>`) && pattern.test(mail))
      ?.match(pattern)[1]
    if (path) return path
    await setTimeout(100)
  }
  throw new Error(`no mail to ${address} with a link to ${page}`)
}

let browser, server
before(async () => {
  server = sink().listen(Number(process.env.MAIL_PORT), '127.0.0.1')
  browser = await launch()
})
after(async () => {
  await browser?.close()
  server.close()
})

for (const device of Object.keys(devices)) {
  describe(`mailed links, ${device}`, () => {
    test('verify an address and bring another password', { timeout: 90_000 }, async () => {
      const { context, page, complaints } = await openPage(browser, device)
      const username = newName()
      const address = `${username}@example.org`
      const answer = await context.request.post(`${BASE_URL}/api/v1/auth/signup`, {
        data: { username, password: passwordOf(username), email: address },
      })
      assert.equal(answer.status(), 201)

      await page.goto(BASE_URL + (await linkTo(address, 'verify-email')))
      await assertSoundInBoth(page, 'the address page', `verify-${device}`)
      await page.getByRole('button', { name: 'It is mine' }).click()
      await page.getByRole('status').filter({ hasText: 'verified' }).waitFor()

      await page.goto(`${BASE_URL}/login`)
      await page.getByRole('link', { name: 'Forgotten your password?' }).click()
      await page.getByLabel('Username').fill(username)
      await assertSoundInBoth(page, 'asking for a link', `forgot-${device}`)
      await page.getByRole('button', { name: 'Send the link' }).click()
      await page.getByRole('status').filter({ hasText: 'on its way' }).waitFor()

      const link = await linkTo(address, 'reset-password')
      await page.goto(BASE_URL + link)
      await page.getByLabel('New password', { exact: true }).fill('another sentence that nobody guesses')
      await assertSoundInBoth(page, 'another password', `reset-${device}`)
      await page.getByRole('button', { name: 'Set the password' }).click()
      await page.getByRole('status').filter({ hasText: 'changed' }).waitFor()

      await page.getByRole('link', { name: 'Log in' }).last().click()
      await page.getByLabel('Username').fill(username)
      await page.getByLabel('Password', { exact: true }).fill('another sentence that nobody guesses')
      await page.getByRole('button', { name: 'Log in' }).click()
      await page.waitForURL(`${BASE_URL}/`)
      assert.deepEqual(complaints, [])
      await context.close()
    })
  })
}
