// What the browser tests share: Chromium, pages that report what goes wrong in them, axe, and pictures.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// The packages are those of www/: there is one node_modules in the project. A build outside the sources says where.
const www = process.env.WWW ?? new URL('../../www/', import.meta.url).pathname
const require = createRequire(join(www, 'package.json'))
const { chromium } = require('playwright-core')
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

export const BASE_URL = (process.env.BASE_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '')
export const DEADLINE_MS = 10_000

export const devices = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
}

/** Chromium with a profile of its own, which playwright removes. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A page on such a device; `complaints` gathers what the console and the scripts complain of. */
export async function openPage(browser, device, options = {}) {
  // axe is put into the page by the test, which the site's own policy would not allow.
  // A service worker would answer in place of what a test puts in the browser's way; offline.test.mjs allows it.
  const context = await browser.newContext({
    ...devices[device],
    serviceWorkers: 'block',
    ...options,
    bypassCSP: false,
  })
  const page = await context.newPage()
  const complaints = []

  page.setDefaultTimeout(DEADLINE_MS)
  page.on('console', (message) => {
    if (message.text().startsWith('Service Worker registration blocked')) return
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { context, page, complaints }
}

/** What axe finds wrong with the page as it stands, one line each; `rules` names the only ones to look for. */
export async function axeViolations(page, rules) {
  await page.evaluate(axeSource)
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) }
  const { violations } = await page.evaluate((how) => window.axe.run(document, how), options)

  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
  )
}

/** How far the page is wider than its window, in pixels; more than 0 makes a phone scroll sideways. */
export function sidewaysScroll(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/** A picture, if SCREENSHOTS names a folder for them: from the top of the page, with the focus on nothing. */
export async function picture(page, name) {
  const dir = process.env.SCREENSHOTS

  if (!dir) return
  mkdirSync(dir, { recursive: true })
  await page.evaluate(() => {
    document.activeElement?.blur()
    window.scrollTo(0, 0)
  })
  await page.screenshot({ path: join(dir, `${name}.png`) })
}
