// Which page a path means. Plain functions; navigation.svelte.ts keeps the state.

/** Pages that need no more than their path. */
const plain = {
  '/': 'home',
  '/albums': 'browse',
  '/search': 'search',
  '/collection': 'collection',
  '/wantlist': 'collection',
  '/collection/pictures': 'stats',
  '/collection/lookup': 'lookup',
  '/genres': 'genres',
  '/charts': 'charts',
  '/admin': 'admin',
  '/moderation': 'moderation',
  '/api/docs': 'apiDocs',
  '/login': 'login',
  '/signup': 'signup',
  '/forgot-password': 'forgot',
  '/reset-password': 'reset',
  '/verify-email': 'verify',
  '/settings': 'settings',
  '/settings/password': 'password',
  '/settings/sessions': 'sessions',
  '/settings/preferences': 'preferences',
  '/settings/notes': 'notes',
  '/settings/display': 'display',
  '/settings/data': 'data',
} as const

/** Pages of one thing that has a number: /albums/12, /albums/12/history. */
const numbered = {
  albums: 'album',
  artists: 'artist',
  labels: 'label',
  songs: 'song',
} as const

/** Pages of somebody who has a name: /users/maria. */
const named = /^\/users\/([A-Za-z0-9_-]{3,32})$/

/** What else there is of a thing: /albums/12/history. */
const parts = {
  'albums/history': 'history',
  'albums/edit': 'edit',
  'albums/tracks': 'tracks',
  'albums/cover': 'cover',
  'albums/merge': 'merge',
  'artists/history': 'artistHistory',
  'artists/edit': 'artistEdit',
  'songs/history': 'songHistory',
  'songs/edit': 'songEdit',
} as const

export type PlainPage = (typeof plain)[keyof typeof plain] | 'unknown'
export type NumberedPage = (typeof numbered)[keyof typeof numbered] | (typeof parts)[keyof typeof parts]

/** A page and the part of the path that says which one, e.g. {page: 'album', id: 12}. */
export type Place = { page: PlainPage } | { page: NumberedPage; id: number } | { page: 'user'; name: string }

type Query = Record<string, string | null | undefined>

export const paths = {
  home: () => '/',
  albums: (query: Query = {}) => withQuery('/albums', query),
  album: (id: number) => `/albums/${id}`,
  history: (id: number) => `/albums/${id}/history`,
  edit: (id: number) => `/albums/${id}/edit`,
  tracks: (id: number) => `/albums/${id}/tracks`,
  cover: (id: number) => `/albums/${id}/cover`,
  merge: (id: number) => `/albums/${id}/merge`,
  artist: (id: number) => `/artists/${id}`,
  artistHistory: (id: number) => `/artists/${id}/history`,
  artistEdit: (id: number) => `/artists/${id}/edit`,
  label: (id: number) => `/labels/${id}`,
  song: (id: number) => `/songs/${id}`,
  songHistory: (id: number) => `/songs/${id}/history`,
  songEdit: (id: number) => `/songs/${id}/edit`,
  collection: (query: Query = {}) => withQuery('/collection', query),
  wantlist: (query: Query = {}) => withQuery('/wantlist', query),
  stats: () => '/collection/pictures',
  lookup: () => '/collection/lookup',
  search: (query: Query = {}) => withQuery('/search', query),
  genres: () => '/genres',
  charts: (query: Query = {}) => withQuery('/charts', query),
  admin: () => '/admin',
  moderation: () => '/moderation',
  apiDocs: () => '/api/docs',
  login: (back?: string) => withQuery('/login', { back }),
  signup: (back?: string) => withQuery('/signup', { back }),
  forgot: () => '/forgot-password',
  settings: () => '/settings',
  password: () => '/settings/password',
  sessions: () => '/settings/sessions',
  preferences: () => '/settings/preferences',
  notes: () => '/settings/notes',
  display: () => '/settings/display',
  data: () => '/settings/data',
  user: (username: string) => `/users/${username}`,
}

/** What the path means; a trailing slash changes nothing. */
export function placeOf(pathname: string): Place {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') || '/' : pathname
  const single = /^\/([a-z]+)\/([1-9]\d{0,15})$/.exec(path)

  if (single && owns(numbered, single[1])) return { page: numbered[single[1]], id: Number(single[2]) }
  const part = /^\/([a-z]+)\/([1-9]\d{0,15})\/([a-z]+)$/.exec(path)
  const whole = `${part?.[1]}/${part?.[3]}`
  if (part && owns(parts, whole)) return { page: parts[whole], id: Number(part[2]) }
  const user = named.exec(path)?.[1]
  if (user) return { page: 'user', name: user }
  return { page: owns(plain, path) ? plain[path] : 'unknown' }
}

function owns<T extends object>(table: T, key: PropertyKey | undefined): key is keyof T {
  return key !== undefined && Object.hasOwn(table, key)
}

/** `path` with the members of `query` that say something. */
export function withQuery(path: string, query: Query): string {
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
