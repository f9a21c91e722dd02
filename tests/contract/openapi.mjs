// What openapi/*.yaml says: its operations, and its schemas to hold answers to.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

// the packages of www/; redocly, which lints these files, reads and checks them with the same two
const require = createRequire(new URL('../../www/package.json', import.meta.url))
const yaml = require('js-yaml')
const folder = fileURLToPath(new URL('../../openapi/', import.meta.url))

export const services = ['user', 'catalog', 'rating']

/** A file of YAML. */
export const load = (path) => yaml.load(readFileSync(path, 'utf8'))

const documents = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'redocly.yaml')
    .map((name) => [name, load(folder + name)]),
)

/** The object a `{$ref}` of this file points to, or the object itself; and the file it stands in. */
export function resolve(file, object) {
  while (object?.$ref) {
    const [other, pointer] = object.$ref.split('#')
    file = other || file
    object = pointer
      .split('/')
      .slice(1)
      .reduce((at, step) => at?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], documents[file])
  }
  return { file, object }
}

/** Every operation of a service: {service, file, method, path, who, cache, operation}. */
export function operations(service) {
  const file = `${service}.yaml`

  return Object.entries(documents[file].paths).flatMap(([path, item]) =>
    ['get', 'post', 'put', 'delete', 'patch', 'head', 'options']
      .filter((method) => item[method])
      .map((method) => ({
        service,
        file,
        method: method.toUpperCase(),
        path,
        who: item[method]['x-who'],
        cache: item[method]['x-cache'],
        operation: item[method],
      })),
  )
}

function checker() {
  const { default: Ajv } = require('@redocly/ajv/dist/2020.js')

  return new Ajv({
    strict: false,
    allErrors: true,
    formats: {
      'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
      date: /^\d{4}-\d\d-\d\d$/,
      int64: { type: 'number', validate: Number.isSafeInteger },
    },
  })
}

/** A function that says what is wrong with a value, by a schema that stands alone; null if nothing. */
export function compile(schema) {
  const ajv = checker()
  const validate = ajv.compile(schema)

  return (value) => (validate(value) ? null : ajv.errorsText(validate.errors))
}

/** A function that says what is wrong with a value, by the schema that `pointer` of a file names; null if nothing. */
export function validators() {
  const ajv = checker()
  const known = new Map()

  for (const [name, document] of Object.entries(documents)) ajv.addSchema(document, `http://openapi/${name}`)
  return (file, schema, value) => {
    // a reference within the file is to the file, wherever the schema is used
    const whole = JSON.stringify(schema).replaceAll('"$ref":"#', `"$ref":"${file}#`)
    const key = file + whole
    if (!known.has(key))
      known.set(key, ajv.compile({ ...JSON.parse(whole), $id: `http://openapi/${known.size}.json` }))
    const validate = known.get(key)
    return validate(value) ? null : ajv.errorsText(validate.errors)
  }
}
