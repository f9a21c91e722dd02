// plans.mjs: what a page of every list of the catalogue reads: each list of openapi/catalog.yaml by each of its filters in
// each of its sorts, the first page and one near the end. The stack at BASE_URL holds made-up albums and no other pool runs
// (tests/plans/run), so that the database's counters count for one request alone.
//
//   plans.mjs test       fails where a page reads more rows than it shows and some, where a late one reads more than
//                        1.5 times what the first does, where more is sorted than a page, or a list is not complete
//   plans.mjs measure    the same as a table, with the time of the first page and of page 10,000, or the last there is
import { spawn } from 'node:child_process'
import { operations, resolve } from '../contract/openapi.mjs'

const base = process.env.BASE_URL
const SHOWN = 20
const READS = 200 // of a page: some for each row shown, and for finding the facet
const LOOKED_AT = 15000 // of a page with filters that no index meets together (core/listing.c)
const FEW = 1000 // songs of one album, pressings of one number
const LATE = 10000 // the page that is late

// ---- the database

function database() {
  const client = spawn(
    'mariadb',
    ['--no-defaults', '-N', '-B', '-n', '-S', `${process.env.RUN}/sock/db.sock`, '-u', process.env.DB_USER, 'vinylhound_catalog'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const waiting = []
  let text = ''

  client.stdout.setEncoding('utf8')
  client.stdout.on('data', (chunk) => {
    text += chunk
    for (let end = text.indexOf('#end\n'); end >= 0; end = text.indexOf('#end\n')) {
      const rows = text.slice(0, end).split('\n').slice(0, -1)
      text = text.slice(end + 5)
      waiting.shift()(rows.map((row) => row.split('\t')))
    }
  })
  return {
    query: (sql) =>
      new Promise((done) => {
        waiting.push(done)
        client.stdin.write(`${sql}; SELECT '#end';\n`)
      }),
    close: () => client.stdin.end(),
  }
}

const db = database()
const value = async (sql) => (await db.query(sql))[0]?.[0]

async function counters() {
  const rows = await db.query(
    "SHOW GLOBAL STATUS WHERE Variable_name LIKE 'Handler_read%' OR Variable_name = 'Sort_rows'",
  )
  const all = Object.fromEntries(rows.map(([name, count]) => [name, Number(count)]))
  const sorted = all.Sort_rows
  delete all.Sort_rows
  return { reads: Object.values(all).reduce((sum, count) => sum + count, 0), sorted }
}

let ownReads = 0 // what reading the counters reads itself

// ---- the lists

async function page(path, asked) {
  const began = performance.now()
  const answer = await fetch(`${base}${path}?${new URLSearchParams(asked)}`)
  const body = await answer.json()
  const plural = path.split('/').at(-1)

  if (answer.status !== 200) throw new Error(`${answer.url}: ${answer.status} ${JSON.stringify(body)}`)
  return { items: body[plural], next: body.next_cursor, ms: performance.now() - began }
}

// What a page reads: the least of three times, because somebody may ask the pool for events meanwhile.
async function cost(path, asked) {
  let least = { reads: Infinity, sorted: Infinity, ms: Infinity }
  for (let time = 0; time < 3; time++) {
    const before = await counters()
    // another address, which the gateway's cache does not have
    const { items, ms } = await page(path, { ...asked, limit: SHOWN, ...(time && { limit: SHOWN - time }) })
    const after = await counters()
    const reads = after.reads - before.reads - ownReads
    least = {
      reads: Math.min(least.reads, reads),
      sorted: Math.min(least.sorted, after.sorted - before.sorted),
      ms: Math.min(least.ms, ms),
      shown: items.length,
    }
    if (least.reads <= READS) break
  }
  return least
}

// All ids of a list, and the cursor of its page LATE or of one near its end.
async function walk(path, asked, pages) {
  const ids = []
  const cursors = []
  for (let cursor = null; ; ) {
    const { items, next } = await page(path, { ...asked, limit: 100, ...(cursor && { cursor }) })
    ids.push(...items.map(({ id, name }) => id ?? name))
    if (next === null || cursors.length >= pages) return { ids, late: cursors.at(-2) }
    cursors.push((cursor = next))
  }
}

// What a filter is asked for: what meets much of the list.
async function values() {
  const most = (what, from, where = '1') =>
    value(`SELECT ${what} FROM ${from} WHERE ${where} GROUP BY 1 ORDER BY COUNT(*) DESC, 1 LIMIT 1`)
  const artist = await most('artist_id', 'album_artists', 'artist_id IS NOT NULL')
  const year = Number(await most('release_year', 'albums', 'release_year > 0'))
  const decade = year - (year % 10)

  return {
    artist: await value(`SELECT name FROM artists WHERE id = ${artist}`),
    artist_id: artist,
    genre: await most('name', 'album_genres JOIN genres ON id = genre_id'),
    style: await most('name', 'album_styles JOIN styles ON id = style_id'),
    label_id: await most('label_id', 'release_labels', 'label_id IS NOT NULL'),
    year,
    'year_from year_to': [decade, decade + 9],
    year_from: 1960,
    year_to: decade,
    format: await most('name', 'release_formats'),
    country: await most('country', 'releases', 'country IS NOT NULL'),
    min_rating: 3,
    ids: '1,2,3',
    album_id: await most('album_id', 'songs'),
    barcode: await most('digits', 'release_identifiers', 'digits IS NOT NULL'),
    catno: await most('catno', 'release_labels', 'catno IS NOT NULL'),
  }
}

// Filters of which one index does not have what they leave, in each list's own words.
const isOpen = (list, filter, sort) =>
  list === 'albums' && !sort.endsWith('release_year') && ['year', 'year_from', 'year_to'].includes(filter)
// An album's songs by title, a few pressings: sorted after they are found.
const isFew = (list, filter, sort) =>
  ['ids', 'barcode', 'catno'].includes(filter) || (list === 'songs' && filter === 'album_id' && sort.endsWith('title'))

function lists() {
  return operations('catalog')
    .filter(({ method }) => method === 'GET')
    .map(({ file, path, operation }) => ({
      path,
      parameters: (operation.parameters ?? []).map((parameter) => resolve(file, parameter).object),
    }))
    .filter(({ path, parameters }) => !path.includes('{') && parameters.some(({ name }) => name === 'cursor'))
    .map(({ path, parameters }) => ({
      path,
      plural: path.split('/').at(-1),
      sorts: parameters.find(({ name }) => name === 'sort')?.schema.enum ?? [''],
      filters: parameters.map(({ name }) => name).filter((name) => !['q', 'sort', 'cursor', 'limit'].includes(name)),
    }))
}

// ---- what is made of it

let good = 0
let bad = 0

function tell(what, faults) {
  if (faults.length === 0) good++
  else bad++
  if (faults.length > 0) console.log(`FAILED ${what}\n       ${faults.join('\n       ')}`)
}

const pair = (filter, wanted) => Object.fromEntries(filter.split(' ').map((name, i) => [name, [wanted].flat()[i]]))

async function test(list, filter, asked, sort) {
  const found = await walk(list.path, { ...asked, ...(sort && { sort }) }, Infinity)
  const first = await cost(list.path, { ...asked, ...(sort && { sort }) })
  const open = isOpen(list.plural, filter, sort)
  const faults = []

  if (new Set(found.ids).size !== found.ids.length) faults.push('something is met twice')
  const few = isFew(list.plural, filter, sort)
  if (first.reads > (open ? LOOKED_AT : few ? FEW : READS)) faults.push(`the first page reads ${first.reads} rows`)
  if (first.sorted > (few ? FEW : SHOWN + 1)) faults.push(`${first.sorted} rows are sorted`)
  if (found.late !== undefined && !open) {
    const late = await cost(list.path, { ...asked, ...(sort && { sort }), cursor: found.late })
    if (late.reads > 1.5 * first.reads + 10) faults.push(`the first page reads ${first.reads} rows, a late one ${late.reads}`)
    if (late.sorted > (few ? FEW : SHOWN + 1)) faults.push(`${late.sorted} rows are sorted for a late page`)
  }
  tell(`${list.plural} by ${filter || 'nothing'} in the order of ${sort || 'ids'}`, faults)
  return found.ids
}

// Two filters together are what each of them leaves.
async function testPairs(list, asked, singles) {
  const filters = Object.keys(singles)
  for (const [i, one] of filters.entries()) {
    for (const two of filters.slice(i + 1)) {
      const both = { ...asked[one], ...asked[two] }
      if (Object.keys(both).length < Object.keys(asked[one]).length + Object.keys(asked[two]).length) continue
      const wanted = new Set(singles[two])
      const { ids } = await walk(list.path, both, Infinity)
      const { reads } = await cost(list.path, both)
      const faults = []
      if (JSON.stringify(ids) !== JSON.stringify(singles[one].filter((id) => wanted.has(id)))) faults.push('not what both leave')
      if (reads > LOOKED_AT) faults.push(`the first page reads ${reads} rows`)
      tell(`${list.plural} by ${one} and ${two}`, faults)
    }
  }
}

async function measure(list, filter, asked, sort) {
  const query = { ...asked, ...(sort && { sort }) }
  const { late } = await walk(list.path, query, (LATE * SHOWN) / 100 + 2)
  const first = await cost(list.path, query)
  const last = late === undefined ? null : await cost(list.path, { ...query, cursor: late })
  const figure = (cost) => (cost === null ? '' : `${cost.reads} rows, ${cost.ms.toFixed(1)} ms`)
  console.log(`${`${list.plural} ${filter} ${sort}`.padEnd(44)} ${figure(first).padEnd(22)} ${figure(last)}`)
}

async function main(how) {
  const idle = await counters()
  ownReads = (await counters()).reads - idle.reads
  const known = await values()
  for (const list of lists()) {
    const missing = list.filters.filter((name) => known[name] === undefined)
    if (missing.length > 0) throw new Error(`${list.path}: what is asked of ${missing.join(', ')}?`)
    const filters = ['', ...Object.keys(known).filter((words) => words.split(' ').every((name) => list.filters.includes(name)))]
    const asked = Object.fromEntries(filters.map((filter) => [filter, filter ? pair(filter, known[filter]) : {}]))
    const singles = {}
    for (const filter of filters)
      for (const sort of list.sorts)
        if (how === 'measure') await measure(list, filter, asked[filter], sort)
        else {
          const ids = await test(list, filter, asked[filter], sort)
          if (sort === list.sorts[0] && filter) singles[filter] = ids
        }
    if (how === 'test') await testPairs(list, asked, singles)
  }
  if (how === 'test') console.log(`${good} passed, ${bad} failed`)
  process.exitCode = bad > 0 ? 1 : 0
  db.close()
}

await main(process.argv[2] ?? 'test')
