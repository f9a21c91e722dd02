// openapi.ts: the description of the API, read.
import { describe, expect, it } from 'vitest'
import { nameOf, operationsOf, resolved, shortly, type Description } from './openapi'

const description: Description = {
  paths: {
    '/a': {
      get: { operationId: 'listA', tags: ['as'], responses: {} },
      post: { operationId: 'addA', tags: ['as'], responses: {} },
    },
    '/b/{id}': { get: { operationId: 'getB', tags: ['bs'], responses: {} } },
  },
  components: { schemas: { Id: { type: 'integer', minimum: 1 }, Same: { $ref: '#/components/schemas/Id' } } },
}

describe('operationsOf', () => {
  it('puts those of one tag together', () => {
    const names = [...operationsOf(description)].map(([tag, all]) => [tag, all.map(({ id }) => id)])
    expect(names).toEqual([
      ['as', ['listA', 'addA']],
      ['bs', ['getB']],
    ])
  })
})

describe('resolved', () => {
  it('follows references to their end', () => {
    expect(resolved(description, { $ref: '#/components/schemas/Same' })).toEqual({
      type: 'integer',
      minimum: 1,
    })
    expect(resolved(description, { type: 'string' } as object)).toEqual({ type: 'string' })
    expect(nameOf({ $ref: '#/components/schemas/Same' })).toBe('Same')
  })
})

describe('shortly', () => {
  it('says a schema in a few words', () => {
    expect(shortly({ type: 'integer', minimum: 1, maximum: 100, default: 20 })).toBe(
      'integer, 1–100, default 20',
    )
    expect(shortly({ type: ['string', 'null'], maxLength: 64 })).toBe('string | null, ≤ 64 characters')
    expect(shortly({ enum: ['owned', 'wanted'] })).toBe('"owned" | "wanted"')
  })
})
