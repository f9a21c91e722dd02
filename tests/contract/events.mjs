// Holds events to their schemas, openapi/events/TYPE.yaml.
//
//   tests/contract/run events schemas           the schemas are well-formed, and hold all that was released
//   tests/contract/run events outbox FILE       events that were published: a JSON object a line {source, type, version,
//                                               subject, actor, payload}
//   tests/contract/run events release           writes down what is there as released
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile, load, services } from './openapi.mjs'
import { close, test } from './report.mjs'

const folder = fileURLToPath(new URL('../../openapi/events/', import.meta.url))
const released = JSON.parse(readFileSync(folder + 'released.json', 'utf8'))
const schemas = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name.replace(/\.yaml$/, ''), load(folder + name)]),
)

/** What was released of a type: its version, and the members of its payload. */
const promise = (schema) => ({
  version: schema['x-version'],
  required: [...(schema.required ?? [])].sort(),
  properties: schema.properties,
})
const text = (value) => JSON.stringify(value)

/** What of a released type a schema no longer holds. */
function broken(type, before, schema) {
  if (!schema) return [`${type} is gone`]
  const now = promise(schema)
  if (now.version !== before.version) return now.version > before.version ? [] : [`${type}: version ${now.version}`]
  const kept = { ...before.properties }
  const wrong = []

  for (const [name, shape] of Object.entries(kept))
    if (text({ ...shape, description: '' }) !== text({ ...now.properties?.[name], description: '' }))
      wrong.push(`${type}: ${name} is ${text(now.properties?.[name])}, released as ${text(shape)}`)
  if (text(now.required) !== text(before.required))
    wrong.push(`${type}: required are ${now.required}, released as ${before.required}`)
  return wrong
}

function malformed(type, schema) {
  const wrong = []

  if (!/^[a-z]+\.[a-z]+$/.test(type) || schema.title !== type) wrong.push(`${type}: its title is ${schema.title}`)
  if (!services.includes(schema['x-source'])) wrong.push(`${type}: x-source is ${schema['x-source']}`)
  if (!Number.isInteger(schema['x-version'])) wrong.push(`${type}: x-version is ${schema['x-version']}`)
  if (!schema['x-subject'] || !schema.description) wrong.push(`${type}: wants a description and an x-subject`)
  if (schema.type !== 'object' || schema.additionalProperties !== false || !schema.properties)
    wrong.push(`${type}: is a closed object with its properties`)
  for (const name of Object.keys(schema.properties ?? {}))
    if (!/^[a-z][a-z0-9_]*$/.test(name)) wrong.push(`${type}: ${name} is not snake_case`)
  return wrong
}

function check_schemas() {
  const all = Object.entries(schemas)

  test(
    'events: every schema says what it is of',
    all.flatMap(([type, schema]) => malformed(type, schema)),
  )
  test(
    'events: what was released is as it was',
    Object.entries(released).flatMap(([type, before]) => broken(type, before, schemas[type])),
  )
}

function check_outbox(file) {
  const lines = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean)
  const complaints = new Map()
  const met = new Map()
  const validate = Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, compile(schema)]))

  for (const line of lines) {
    const event = JSON.parse(line)
    const schema = schemas[event.type]
    const why = !schema
      ? 'there is no openapi/events/' + event.type + '.yaml'
      : event.source !== schema['x-source']
        ? `published by ${event.source}`
        : event.version !== schema['x-version']
          ? `version ${event.version}`
          : validate[event.type](event.payload)
    met.set(event.type, (met.get(event.type) ?? 0) + 1)
    if (why) complaints.set(event.type, [...(complaints.get(event.type) ?? []), `${why}: ${line.slice(0, 200)}`])
  }
  for (const [type, count] of [...met].sort())
    test(`events of type ${type} are as described (${count})`, complaints.get(type) ?? [])
  test(
    'every event described was met',
    Object.keys(schemas).filter((type) => !met.has(type)),
  )
}

const [, , action, file] = process.argv
if (action === 'release') {
  const now = Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, promise(schema)]))
  writeFileSync(folder + 'released.json', JSON.stringify(now, null, 2) + '\n')
} else {
  if (action === 'schemas') check_schemas()
  else check_outbox(file)
  close()
}
