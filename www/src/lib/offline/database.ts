// What this browser keeps of the person logged in, for when there is no network: IndexedDB behind promises.
import type { Schemas } from '../api/client'

export type Item = Schemas['Item']
export type ItemChange = Schemas['ItemChange']

/** A change made without a network, in the order made. */
export type Queued = {
  seq?: number
  kind: 'add' | 'change' | 'remove'
  /** Idempotency-Key: sent twice it is done once. */
  key: string
  /** The copy meant; below 0 it is one that the server does not know yet. */
  itemId: number
  body: ItemChange | null
  /** What the copy looked like when it was changed; null for a new one. */
  base: Item | null
  /** For people: the album's title. */
  title: string
}

const VERSION = 1
let opening: Promise<IDBDatabase> | null = null

function database(): Promise<IDBDatabase> {
  return (opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('vinylhound', VERSION)

    request.onupgradeneeded = () => {
      request.result.createObjectStore('items', { keyPath: 'id' })
      request.result.createObjectStore('queue', { keyPath: 'seq', autoIncrement: true })
      request.result.createObjectStore('barcodes', { keyPath: 'albumId' })
      request.result.createObjectStore('facts')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB cannot be opened'))
  }))
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'))
  })
}

async function store(name: string, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await database()).transaction(name, mode).objectStore(name)
}

export type Barcodes = { albumId: number; codes: string[] }

export const kept = {
  items: async () => done((await store('items', 'readonly')).getAll() as IDBRequest<Item[]>),
  /** These and no others, at once. */
  setItems: async (items: Item[]) => {
    const all = await store('items', 'readwrite')
    all.clear()
    for (const item of items) all.put(item)
    return finished(all.transaction)
  },
  queue: async () => done((await store('queue', 'readonly')).getAll() as IDBRequest<Queued[]>),
  enqueue: async (entry: Queued) => done((await store('queue', 'readwrite')).put(entry)),
  dequeue: async (seq: number) => done((await store('queue', 'readwrite')).delete(seq)),
  barcodes: async () => done((await store('barcodes', 'readonly')).getAll() as IDBRequest<Barcodes[]>),
  setBarcodes: async (entry: Barcodes) => done((await store('barcodes', 'readwrite')).put(entry)),
  owner: async () => done((await store('facts', 'readonly')).get('owner') as IDBRequest<number | undefined>),
  setOwner: async (id: number) => done((await store('facts', 'readwrite')).put(id, 'owner')),
  /** Nothing of the person stays. */
  forget: async () => {
    const all = (await database()).transaction(['items', 'queue', 'barcodes', 'facts'], 'readwrite')
    for (const name of all.objectStoreNames) all.objectStore(name).clear()
    return finished(all)
  },
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB refused'))
  })
}
