// Writes src/lib/api/schema.d.ts, the TypeScript types of the API, from ../openapi/*.yaml.
// With --check it writes nothing and fails if the file is not what it would write.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { redocly } from './redocly.mjs'

const target = fileURLToPath(new URL('../src/lib/api/schema.d.ts', import.meta.url))
const services = ['user', 'catalog', 'rating']

/** One service's description with every reference to another file resolved. */
function bundled(service, dir) {
  const file = join(dir, `${service}.json`)

  if (redocly(['bundle', service, '--output', file]) !== 0) process.exit(1)
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Puts `more` into `all`; two services may name a thing alike only if it is the same thing. */
function merge(all, more, where) {
  for (const [name, value] of Object.entries(more ?? {})) {
    if (name in all && !isDeepStrictEqual(all[name], value))
      throw new Error(`openapi: ${where} ${name} differs between services`)
    all[name] = value
  }
}

function mergedDescription() {
  const dir = mkdtempSync(join(tmpdir(), 'vinylhound-openapi-'))
  const whole = { openapi: '3.1.0', info: { title: 'Vinylhound', version: '1' }, paths: {}, components: {} }

  try {
    for (const description of services.map((service) => bundled(service, dir))) {
      merge(whole.paths, description.paths, 'path')
      for (const [kind, parts] of Object.entries(description.components))
        merge((whole.components[kind] ??= {}), parts, kind)
    }
  } finally {
    rmSync(dir, { recursive: true })
  }
  return whole
}

const types = astToString(await openapiTS(mergedDescription(), { alphabetize: true }))
const text = `// The types of the HTTP API. Generated from ../openapi by \`npm run generate\`; edit those files instead.\n${types}`

if (!process.argv.includes('--check')) {
  writeFileSync(target, text)
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('src/lib/api/schema.d.ts is stale: run `npm run generate` in www/')
  process.exit(1)
}
