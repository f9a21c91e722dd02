// Compresses the text files of a built site, once and well, so that the gateway need not (gzip_static).
//
//   node scripts/compress.mjs DIR
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gzipSync } from 'node:zlib'

const [dir] = process.argv.slice(2)
const LEAST = 1000

for (const name of readdirSync(dir, { recursive: true })) {
  // nginx fills in the album's page, so it compresses that itself
  if (!/\.(js|css|html|json|svg|webmanifest)$/.test(name) || name === 'album.html') continue
  const text = readFileSync(join(dir, name))

  if (text.length >= LEAST)
    writeFileSync(join(dir, `${name}.gz`), gzipSync(text, { level: constants.Z_BEST_COMPRESSION }))
}
