// What the browser tests share: Chromium, pages that report what goes wrong in them, axe, and pictures.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// The packages are those of www/: there is one node_modules in the project. A build outside the sources says where.
const www = process.env.WWW ?? new URL('../../www/', import.meta.url).pathname
const require = createRequire(join(www, 'package.json'))
export const { chromium } = require('playwright-core')
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

export const BASE_URL = (process.env.BASE_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '')
export const DEADLINE_MS = 20_000

export const devices = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
}

export const options = {
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
    '--use-fake-device-for-media-stream',
  ],
}

/** The Chromium that all tests share (with-browser.mjs), or one of one's own. Each page has a profile of its own in it. */
export function launch() {
  return process.env.BROWSER ? chromium.connect(process.env.BROWSER) : chromium.launch(options)
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

/** What axe finds wrong with the page as it stands, one line each; with `rules` by those alone. */
export async function axeViolations(page, rules) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const { violations } = await page.evaluate(
    (runOnly) => window.axe.run(document, { resultTypes: ['violations'], ...(runOnly && { runOnly }) }),
    rules,
  )

  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
  )
}

/** How far the page is wider than its window, in pixels; more than 0 makes a phone scroll sideways. */
export function sidewaysScroll(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/** A picture, if SCREENSHOTS names a folder for them: from the top of the page, with the focus on nothing. In WebP, which
 *  is a tenth of what PNG is. */
export async function picture(page, name) {
  const dir = process.env.SCREENSHOTS

  if (!dir) return
  mkdirSync(dir, { recursive: true })
  await page.evaluate(() => {
    document.activeElement?.blur()
    window.scrollTo(0, 0)
  })
  const chrome = await page.context().newCDPSession(page)
  // The part of the page is named: Chromium takes the window as it is otherwise, which may still have another size.
  const { width, height } = page.viewportSize()
  const { data } = await chrome.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 55,
    clip: { x: 0, y: 0, width, height, scale: 1 },
    captureBeyondViewport: true,
  })
  await chrome.detach()
  writeFileSync(join(dir, `${name}.webp`), Buffer.from(data, 'base64'))
}
