// Interaction to next paint on a long list of copies: a person types, orders, changes the layout, scrolls and opens one.
import { BASE_URL, launch, openPage } from './browser.mjs'
import { loggedIn, manyCopies, newcomer } from './people.mjs'

const COPIES = Number(process.env.COPIES ?? 1000)
const MOST_MS = 100

/** Gathers every event from 16 ms on, which is the least the browser tells of, with what was being done. */
function watch() {
  window.timings = []
  new PerformanceObserver((list) => {
    for (const { name, duration, interactionId } of list.getEntries())
      if (interactionId) window.timings.push({ name, duration, doing: window.doing })
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })
}

async function doing(page, what, act) {
  await page.evaluate((name) => (window.doing = name), what)
  await act()
  // the last of it is told of after the paint that follows
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))))
}

const find = (page) => page.getByRole('searchbox', { name: 'Find among these' })

async function live(page) {
  await doing(page, 'typing', () => find(page).pressSequentially('radiohead', { delay: 60 }))
  await doing(page, 'deleting', async () => {
    for (let i = 0; i < 9; i++) await find(page).press('Backspace')
  })
  for (const order of ['artist', 'title', 'release_year'])
    await doing(page, 'ordering', async () => {
      await page.getByLabel('Sort by').focus()
      await page.getByLabel('Sort by').selectOption(order)
      await page.keyboard.press('Tab')
    })
  for (let i = 0; i < 4; i++)
    await doing(page, 'table to wall and back', () =>
      page.getByRole('button', { name: 'Wall of covers' }).click(),
    )
  for (let i = 0; i < 6; i++) await doing(page, 'paging down', () => page.keyboard.press('PageDown'))
  await doing(page, 'opening one', () => page.getByRole('listitem').nth(10).getByRole('button').click())
}

function report(timings, count) {
  const all = new Map()
  for (const one of timings) all.set(one.doing, [...(all.get(one.doing) ?? []), one])
  const longest = Math.max(0, ...timings.map(({ duration }) => duration))

  console.log(`\n${count} copies; events of less than 16 ms are not told of\n`)
  console.log('| what | events | median | longest |\n|---|---:|---:|---:|')
  for (const [what, events] of all) {
    const durations = events.map(({ duration }) => duration).sort((a, b) => a - b)
    const median = durations[Math.floor(durations.length / 2)]
    console.log(`| ${what} | ${durations.length} | ${median} ms | ${durations.at(-1)} ms |`)
  }
  return longest
}

const browser = await launch()
try {
  const { username, token } = await newcomer()
  await manyCopies(token, COPIES)
  const { page } = await openPage(browser, 'desktop', { storageState: await loggedIn(username) })
  await page.addInitScript(watch)
  await page.goto(`${BASE_URL}/collection`)
  await page.getByText(`${COPIES.toLocaleString('en')} copies`).waitFor()
  await live(page)
  if (report(await page.evaluate(() => window.timings), COPIES) > MOST_MS) process.exitCode = 1
} finally {
  await browser.close()
}
