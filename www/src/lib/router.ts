// Which page a path means. Plain functions; navigation.svelte.ts keeps the state.

/** A page and the parts of the path that say which one, e.g. {page: 'album', id: 12}. */
export type Place =
  | { page: 'albums' }
  | { page: 'album'; id: number }
  | { page: 'artist'; id: number }
  | { page: 'login' }
  | { page: 'signup' }
  | { page: 'profile' }
  | { page: 'unknown' }

export const paths = {
  albums: (query: Record<string, string | null | undefined> = {}) => withQuery('/', query),
  album: (id: number) => `/albums/${id}`,
  artist: (id: number) => `/artists/${id}`,
  login: (back?: string) => withQuery('/login', { back }),
  signup: (back?: string) => withQuery('/signup', { back }),
  profile: () => '/profile',
}

const fixed: Record<string, Place> = {
  '/': { page: 'albums' },
  '/albums': { page: 'albums' },
  '/login': { page: 'login' },
  '/signup': { page: 'signup' },
  '/profile': { page: 'profile' },
}

/** What the path means; a trailing slash changes nothing. */
export function placeOf(pathname: string): Place {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') || '/' : pathname
  const single = /^\/(albums|artists)\/([1-9]\d{0,15})$/.exec(path)

  if (single) return { page: single[1] === 'albums' ? 'album' : 'artist', id: Number(single[2]) }
  return fixed[path] ?? { page: 'unknown' }
}

/** `path` with the members of `query` that say something. */
export function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams()

  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value)
  return search.size ? `${path}?${search}` : path
}

/** Where to go after logging in: `back` if it is a path of this site, else the front page. */
export function safeBack(back: string | null, origin = 'http://localhost'): string {
  if (!back?.startsWith('/')) return '/'
  try {
    const url = new URL(back, origin)
    return url.origin === origin ? url.pathname + url.search + url.hash : '/'
  } catch {
    return '/'
  }
}
