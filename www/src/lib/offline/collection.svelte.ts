// One's copies, wanted, owned and sold: all of them, kept in this browser, so that they can be looked through without a
// network. Changes are shown at once, sent at once if there is a network, and otherwise when it is back.
import { body, type Api } from '../api/client'
import { asFailure, type Failure } from '../api/problem'
import type { Album } from '../state/album-list.svelte'
import { session } from '../session.svelte'
import { kept, type Item, type ItemChange, type Queued } from './database'
import { folded, overlaid, send, type Conflict } from './queue'

/** Not every browser says when a network is back, and the first request after that often fails. */
const AGAIN_MS = 2500

export class Collection {
  /** True once what this browser has kept is there. */
  ready = $state(false)
  /** True once the server has said what there is. */
  current = $state(false)
  failure = $state.raw<Failure | null>(null)
  conflicts = $state.raw<Conflict[]>([])
  queue = $state.raw<Queued[]>([])
  #known = $state.raw<Item[]>([])
  items = $derived(overlaid(this.#known, this.queue))
  #loading: Promise<void> | null = null
  #owner = 0
  readonly #api: Api

  constructor(api: Api) {
    this.#api = api
  }

  /** Shows what is kept of this user, then sends what waits and asks the server. */
  async start(userId: number): Promise<void> {
    if (this.#owner === userId) return this.refresh()
    this.#owner = userId
    await this.#takeUp(userId).catch(() => undefined) // a browser that keeps nothing still has a network
    this.ready = true
    return this.refresh()
  }

  /** What somebody else had here is gone when one logs in; what one has oneself stays while the page has no network. */
  async #takeUp(userId: number): Promise<void> {
    if ((await kept.owner()) !== userId) {
      await kept.forget()
      await kept.setOwner(userId)
    }
    this.#known = await kept.items()
    this.queue = await kept.queue()
  }

  /** Without a session, to look things up: what was kept, of whomever this browser's person is. */
  async peek(): Promise<void> {
    if (this.ready) return
    this.#known = await kept.items().catch(() => [])
    this.queue = await kept.queue().catch(() => [])
    this.ready = true
  }

  refresh(): Promise<void> {
    return (this.#loading ??= this.#refresh().finally(() => (this.#loading = null)))
  }

  async #refresh(): Promise<void> {
    try {
      await this.flush()
      this.#known = await this.#all()
      this.current = true
      this.failure = null
      await kept.setItems(this.#known).catch(() => undefined)
    } catch (thrown) {
      this.failure = asFailure(thrown)
      if (this.failure.status === 0) setTimeout(() => void this.#again(), AGAIN_MS)
    }
  }

  async #again(): Promise<void> {
    if (this.failure && this.#owner !== 0) await this.refresh()
  }

  async #all(): Promise<Item[]> {
    const items: Item[] = []
    let cursor: string | null = null

    do {
      const query: { limit: number; cursor?: string } = { limit: 100 }
      if (cursor) query.cursor = cursor
      const page: { items: Item[]; next_cursor: string | null } = await body(
        this.#api.GET('/api/v1/users/collection', { params: { query } }),
      )
      items.push(...page.items)
      cursor = page.next_cursor
    } while (cursor)
    return items
  }

  /** The copies of an album, newest first. */
  of(albumId: number): Item[] {
    return this.items.filter((item) => item.album.id === albumId)
  }

  add(
    album: Pick<Album, 'id' | 'title' | 'artist' | 'release_year' | 'cover_url'>,
    change: ItemChange,
  ): Promise<void> {
    const now = rfc3339()
    const { id, title, artist, release_year, cover_url } = album
    const itemId = Math.min(0, ...this.queue.map((one) => one.itemId)) - 1
    const shown = { title, artist, release_year, cover_url, id }
    const base = { id: itemId, album: shown, created_at: now, updated_at: now, ...empty } as Item

    return this.#do({ kind: 'add', key: crypto.randomUUID(), itemId, body: change, base, title })
  }

  change(item: Item, change: ItemChange): Promise<void> {
    const entry = { kind: 'change' as const, key: crypto.randomUUID(), itemId: item.id, body: change }

    return this.#do({ ...entry, base: this.#base(item), title: item.album.title })
  }

  remove(item: Item): Promise<void> {
    const entry = { kind: 'remove' as const, key: crypto.randomUUID(), itemId: item.id, body: null }

    return this.#do({ ...entry, base: this.#base(item), title: item.album.title })
  }

  /** Sends what waits, in the order made; what the server would not take becomes a conflict. */
  async flush(): Promise<void> {
    for (const entry of this.queue) {
      if (this.conflicts.some((one) => one.entry.seq === entry.seq)) continue
      const conflict = await send(this.#api, entry, false)
      if (conflict) this.conflicts = [...this.conflicts, conflict]
      else await this.#drop(entry)
    }
  }

  /** Settles a conflict: mine is sent again against what stands there now, or given up. */
  async settle(conflict: Conflict, mine: boolean): Promise<void> {
    const next = mine ? await send(this.#api, conflict.entry, true) : null

    this.conflicts = this.conflicts.filter((one) => one !== conflict)
    if (next) this.conflicts = [...this.conflicts, next]
    else await this.#drop(conflict.entry)
    await this.refresh()
  }

  forget(): void {
    this.#owner = 0
    this.#known = this.queue = []
    this.conflicts = []
    this.ready = this.current = false
    void kept.forget().catch(() => undefined)
  }

  /** The copy as the server knows it. */
  #base(item: Item): Item {
    return this.#known.find(({ id }) => id === item.id) ?? item
  }

  /** Does it now; if nobody answers it waits. What the server refuses is thrown, and nothing has changed. */
  async #do(entry: Queued): Promise<void> {
    const before = this.queue
    await this.#enqueue(entry)
    try {
      await this.flush()
    } catch (thrown) {
      if (asFailure(thrown).status === 0) return
      await this.#drop(this.queue.at(-1) ?? entry)
      throw thrown
    }
    const refused = this.conflicts.find((one) => !before.includes(one.entry) && one.failure)
    if (refused?.failure) {
      this.conflicts = this.conflicts.filter((one) => one !== refused)
      await this.#drop(refused.entry)
      throw refused.failure
    }
    await this.refresh()
  }

  async #enqueue(entry: Queued): Promise<void> {
    const { put, drop } = folded(this.queue, entry)

    if (drop) await this.#drop(drop)
    if (!put) return
    const seq = await kept.enqueue(put).catch(() => Date.now())
    const stored = { ...put, seq: put.seq ?? Number(seq) }
    this.queue = [...this.queue.filter((one) => one.seq !== stored.seq), stored]
  }

  async #drop(entry: Queued): Promise<void> {
    this.queue = this.queue.filter((one) => one.seq !== entry.seq)
    if (entry.seq !== undefined) await kept.dequeue(entry.seq).catch(() => undefined)
  }
}

/** The time, as the server writes it. */
function rfc3339(): string {
  return new Date().toISOString()
}

const empty = {
  status: 'owned',
  release_id: null,
  media_condition: null,
  sleeve_condition: null,
  acquired_on: null,
  purchase_price: null,
  currency: null,
  location: null,
  notes: null,
}

export const collection = new Collection(session.api)
