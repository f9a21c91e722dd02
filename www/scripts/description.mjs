// The API's description as one: the services' files of ../openapi with every reference to another file resolved.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { redocly } from './redocly.mjs'

const services = ['user', 'catalog', 'rating']

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

export function description() {
  const dir = mkdtempSync(join(tmpdir(), 'vinylhound-openapi-'))
  const whole = { openapi: '3.1.0', info: { title: 'Vinylhound', version: '1' }, paths: {}, components: {} }

  try {
    for (const one of services.map((service) => bundled(service, dir))) {
      merge(whole.paths, one.paths, 'path')
      for (const [kind, parts] of Object.entries(one.components))
        merge((whole.components[kind] ??= {}), parts, kind)
    }
  } finally {
    rmSync(dir, { recursive: true })
  }
  return whole
}
