// The service worker: keeps the site's own files, so that it opens without a network. Nothing of the API is kept here but
// covers; what one owns is kept by the page (lib/offline), which also sends what was changed meanwhile.
/// <reference lib="webworker" />

/** Put in by the build: the files of the site, and a word that is another for other files. */
declare const FILES: string[]
declare const VERSION: string

const worker = self as unknown as ServiceWorkerGlobalScope
const SITE = `site-${VERSION}`
/** The page that knows every address. */
const PAGE = '/index.html'
const COVERS = 'covers'
const MOST_COVERS = 1500
/** A network that takes longer than this to bring the page is as good as none. */
const PATIENCE_MS = 4000
const cover = /^\/api\/v1\/albums\/\d+\/cover$/

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)

  if (event.request.method !== 'GET' || url.origin !== location.origin) return
  if (event.request.mode === 'navigate') event.respondWith(page(event.request))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(event.request))
  else if (cover.test(url.pathname)) event.respondWith(coverOf(event.request))
})

async function install(): Promise<void> {
  const site = await caches.open(SITE)

  await site.addAll([PAGE, '/manifest.webmanifest', '/favicon.svg', ...FILES])
  await worker.skipWaiting()
}

/** The files of the build before stay with pages that are still open: their own are asked of the network first. */
async function activate(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('site-') && name !== SITE) await caches.delete(name)
  await worker.clients.claim()
}

/** The newest page there is; without a network the kept one, which knows every address. */
async function page(request: Request): Promise<Response> {
  try {
    return await Promise.race([fetch(request), late()])
  } catch {
    return (await caches.match(PAGE, { cacheName: SITE, ignoreVary: true })) ?? Response.error()
  }
}

/** A navigation cannot be given a signal; so it is overtaken. */
function late(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE_MS))
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: SITE, ignoreVary: true })) ?? fetch(request)
}

/** A cover met once is shown without a network too. */
async function coverOf(request: Request): Promise<Response> {
  const covers = await caches.open(COVERS)

  try {
    const fresh = await fetch(request)
    if (fresh.ok) await keep(covers, request, fresh.clone())
    return fresh
  } catch {
    return (await covers.match(request)) ?? Response.error()
  }
}

async function keep(covers: Cache, request: Request, fresh: Response): Promise<void> {
  const kept = await covers.keys()

  if (kept[MOST_COVERS]) await covers.delete(kept[0] as Request)
  await covers.put(request, fresh)
}
