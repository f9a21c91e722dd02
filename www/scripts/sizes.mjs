// What a browser fetches of scripts when it first comes to each page, compressed; more than 60 kB is too much.
//
//   node scripts/sizes.mjs DIST
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const MOST = 60_000
const [dist] = process.argv.slice(2)
const assets = join(dist, 'assets')
const texts = new Map(
  readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(join(assets, name), 'utf8')]),
)
const sizes = new Map([...texts].map(([name, text]) => [name, gzipSync(text, { level: 9 }).length]))

/** A file and all that it cannot run without. */
function needed(names) {
  const files = new Set(names)

  for (const name of files)
    for (const [, other] of (texts.get(name) ?? '').matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g))
      files.add(other)
  return files
}

const entry = /src="\/assets\/([^"]+\.js)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8'))?.[1]
if (!entry) throw new Error(`${dist}/index.html names no script`)
const rows = [...texts.keys()]
  .filter((name) => /Page-[^.]+\.js$/.test(name) && name !== 'FormPage')
  .map((name) => {
    const files = [...needed([entry, name])]
    return {
      page: name.replace(/Page-.*/, ''),
      files,
      bytes: files.reduce((sum, one) => sum + sizes.get(one), 0),
    }
  })
  .sort((a, b) => b.bytes - a.bytes)
if (rows.length < 20) throw new Error(`only ${rows.length} pages were found in ${assets}`)

console.log(`| page | kB, compressed | files |\n|---|---:|---:|`)
for (const { page, files, bytes } of rows)
  console.log(`| ${page} | ${(bytes / 1000).toFixed(1)} | ${files.length} |`)
const heavy = rows.filter(({ bytes }) => bytes > MOST)
for (const { page, bytes } of heavy)
  console.error(`${page}: ${bytes} bytes of scripts at first load; ${MOST} is the most`)
process.exitCode = heavy.length ? 1 : 0
