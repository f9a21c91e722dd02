// The API's description as its page reads it: /openapi.json, made from openapi/*.yaml by the build.

export type SchemaObject = {
  $ref?: string
  type?: string | string[]
  description?: string
  properties?: Record<string, SchemaObject>
  required?: string[]
  items?: SchemaObject
  enum?: unknown[]
  const?: unknown
  anyOf?: SchemaObject[]
  allOf?: SchemaObject[]
  additionalProperties?: boolean | SchemaObject
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  default?: unknown
}

type Ref = { $ref?: string }
type Content = { content?: Record<string, { schema?: SchemaObject }> }
export type Parameter = Ref & {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: SchemaObject
}
export type Answer = Ref & Content & { description?: string }
type OperationObject = {
  operationId: string
  tags?: string[]
  summary?: string
  description?: string
  parameters?: Parameter[]
  requestBody?: Content
  responses: Record<string, Answer>
  'x-who'?: string
  'x-cache'?: number
}

export type Description = { paths: Record<string, Record<string, OperationObject>>; components: unknown }

export type Operation = {
  id: string
  method: string
  path: string
  tag: string
  object: OperationObject
}

/** All operations, those of one tag together, in the order described. */
export function operationsOf(description: Description): Map<string, Operation[]> {
  const tags = new Map<string, Operation[]>()

  for (const [path, item] of Object.entries(description.paths))
    for (const [method, object] of Object.entries(item)) {
      if (!object.operationId) continue
      const tag = object.tags?.[0] ?? ''
      const one = { id: object.operationId, method: method.toUpperCase(), path, tag, object }
      tags.set(tag, [...(tags.get(tag) ?? []), one])
    }
  return tags
}

/** What a `$ref` of the description leads to; the thing itself if it is none. */
export function resolved<T extends Ref>(description: Description, thing: T): T {
  let found: unknown = thing

  for (let step = 0; step < 8; step++) {
    const ref = (found as Ref | undefined)?.$ref
    if (!ref) break
    found = ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((at, part) => (at as Record<string, unknown>)[unescaped(part)], description)
  }
  return found as T
}

const unescaped = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~')

/** The last word of a `$ref`, which names a schema; '' if there is none. */
export function nameOf(thing: Ref): string {
  return thing.$ref?.split('/').at(-1) ?? ''
}

/** A schema in a few words: `string, 1–200 characters`, `integer ≥ 1`, `"asc" | "desc"`. */
export function shortly(schema: SchemaObject): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const type = [schema.type ?? (schema.properties ? 'object' : '')].flat().join(' | ')
  const { minimum, maximum, minLength, maxLength } = schema
  const bounds = [
    range(minimum, maximum),
    range(minLength, maxLength) && `${range(minLength, maxLength)} characters`,
    schema.pattern && `/${schema.pattern}/`,
    schema.format,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
  ]

  return [type, ...bounds].filter(Boolean).join(', ')
}

function range(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return most === undefined ? '' : `≤ ${most}`
  return most === undefined ? `≥ ${least}` : `${least}–${most}`
}
