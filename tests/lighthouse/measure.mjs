// Measures pages by Lighthouse: a phone on slow 4G, its throttling simulated, the median of a few runs.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import puppeteer from 'puppeteer-core'

const BASE_URL = (process.env.BASE_URL ?? 'http://127.0.0.1:8080').replace(/\/$/, '')
const RUNS = Number(process.env.RUNS ?? 3)
const LEAST = 95
const COPIES = 40
const categories = ['performance', 'accessibility', 'best-practices', 'seo']
const times = {
  FCP: 'first-contentful-paint',
  LCP: 'largest-contentful-paint',
  TBT: 'total-blocking-time',
  SI: 'speed-index',
  CLS: 'cumulative-layout-shift',
}

async function call(path, body, token) {
  const response = await fetch(BASE_URL + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}

/** Somebody with a collection, logged in in this browser. */
async function logIn(browser, albums) {
  const username = `l${Date.now().toString(36)}`
  const password = `secret of ${username}`
  const { token } = await call('/api/v1/auth/signup', { username, password })
  for (let i = 0; i < COPIES; i++)
    await call('/api/v1/users/collection', { album_id: albums[i].id, status: 'owned' }, token)
  const page = await browser.newPage()
  await page.goto(`${BASE_URL}/login?back=/settings`)
  await page.locator('[name=username]').fill(username)
  await page.locator('[name=password]').fill(password)
  await page.locator('form [type=submit]').click()
  await page.waitForFunction(() => location.pathname === '/settings')
  await page.close()
}

/** One run with nothing kept but who is logged in. */
async function run(browser, url) {
  const page = await browser.newPage()
  const { lhr, report } = await lighthouse(
    url,
    { output: 'html', logLevel: 'error' },
    {
      extends: 'lighthouse:default',
      settings: {
        onlyCategories: categories,
        clearStorageTypes: ['file_systems', 'service_workers', 'cache_storage', 'indexeddb'],
      },
    },
    page,
  )
  await page.close()
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`)
  return { lhr, report }
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]

function keep(name, i, { lhr, report }) {
  const dir = process.env.REPORTS
  if (!dir) return
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, `${name}-${i + 1}.html`), report)
  writeFileSync(join(dir, `${name}-${i + 1}.json`), JSON.stringify(lhr))
}

async function measure(browser, name, path) {
  const results = []
  for (let i = 0; i < RUNS; i++) {
    const result = await run(browser, BASE_URL + path)
    keep(name, i, result)
    results.push(result.lhr)
  }
  const scores = categories.map((one) =>
    median(results.map((lhr) => Math.round(lhr.categories[one].score * 100))),
  )
  const figures = Object.values(times).map((audit) =>
    median(results.map((lhr) => lhr.audits[audit].numericValue)),
  )
  const words = figures.map((value, i) => (i === 4 ? value.toFixed(3) : `${Math.round(value)} ms`))
  console.log(`| ${[name, ...scores, ...words].join(' | ')} |`)
  return scores
}

async function main(asked) {
  const { albums } = await call('/api/v1/albums?limit=100')
  const { albums: best } = await call('/api/v1/albums?sort=-popularity&limit=1')
  const pages = { home: '/', browse: '/albums', album: `/albums/${best[0].id}`, collection: '/collection' }
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-extensions'],
  })
  let least = 100

  console.log(`| page | ${[...categories, ...Object.keys(times)].join(' | ')} |`)
  console.log(`|---|${'---:|'.repeat(9)}`)
  try {
    for (const name of asked.length ? asked : Object.keys(pages)) {
      if (name === 'collection') await logIn(browser, albums)
      least = Math.min(least, ...(await measure(browser, name, pages[name])))
    }
  } finally {
    await browser.close()
  }
  return least >= LEAST
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1
