// Changes made without a network: what they make of the copies one sees, and how they are sent when it is back.
import { body, type Api } from '../api/client'
import { asFailure, type Failure } from '../api/problem'
import type { Item, ItemChange, Queued } from './database'

/** A change that the server would not take as it was: what one wanted, and what stands there now (null: it is gone). */
export type Conflict = { entry: Queued; theirs: Item | null; failure: Failure | null }

/** Another is put in place of the one queued before for the same copy, where nobody could tell the difference. */
export function folded(queue: Queued[], next: Queued): { put: Queued | null; drop: Queued | null } {
  const before = queue.find((one) => one.itemId === next.itemId)

  if (!before) return { put: next, drop: null }
  if (next.kind === 'remove') {
    // What was never sent need not be taken out.
    return before.kind === 'add'
      ? { put: null, drop: before }
      : { put: { ...next, base: before.base }, drop: before }
  }
  return {
    put: { ...before, body: next.body, ...(before.kind === 'remove' && { kind: 'change' as const }) },
    drop: null,
  }
}

/** The copies as they will be once all of the queue is sent. */
export function overlaid(items: Item[], queue: Queued[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))

  for (const { kind, itemId, body: change, base } of queue) {
    if (kind === 'remove') byId.delete(itemId)
    else if (change && base) byId.set(itemId, { ...(byId.get(itemId) ?? base), ...fieldsOf(change) })
  }
  return [...byId.values()]
}

/** A change as the members of a copy; what is left out becomes null, as the server has it. */
export function fieldsOf(change: ItemChange): Omit<Item, 'id' | 'album' | 'created_at' | 'updated_at'> {
  const { status, release_id, media_condition, sleeve_condition, acquired_on } = change
  const { purchase_price, currency, location, notes } = change

  return {
    status,
    release_id: release_id ?? null,
    media_condition: media_condition ?? null,
    sleeve_condition: sleeve_condition ?? null,
    acquired_on: acquired_on ?? null,
    purchase_price: purchase_price ?? null,
    currency: currency ?? null,
    location: location ?? null,
    notes: notes ?? null,
  }
}

/** Sends one. Null if it went well, else the conflict; throws if there is still no network. */
export async function send(api: Api, entry: Queued, insist: boolean): Promise<Conflict | null> {
  try {
    if (entry.kind === 'add') await add(api, entry)
    else return await settle(api, entry, insist)
    return null
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (failure.status === 0 || failure.status === 401 || failure.status === 429 || failure.status >= 500)
      throw failure
    return { entry, theirs: null, failure }
  }
}

function add(api: Api, { key, body: change }: Queued): Promise<Item> {
  return body(
    api.POST('/api/v1/users/collection', {
      params: { header: { 'Idempotency-Key': key } },
      body: change as ItemChange,
    }),
  )
}

/** A change or a removal: only if the copy still is what it was, or if one insists. */
async function settle(api: Api, entry: Queued, insist: boolean): Promise<Conflict | null> {
  const path = { id: entry.itemId }
  const found = await api.GET('/api/v1/users/collection/{id}', { params: { path } })

  if (found.response.status === 404)
    return entry.kind === 'remove' ? null : { entry, theirs: null, failure: null }
  const theirs = await body(Promise.resolve(found))
  if (!insist && theirs.updated_at !== entry.base?.updated_at) return { entry, theirs, failure: null }
  const params = { path, header: { 'If-Match': found.response.headers.get('ETag') ?? '*' } }
  if (entry.kind === 'remove') await body(api.DELETE('/api/v1/users/collection/{id}', { params }))
  else await body(api.PUT('/api/v1/users/collection/{id}', { params, body: entry.body as ItemChange }))
  return null
}
