// The sections of the site that the header and the phone's bar lead to, and which pages belong to each.
import { paths, type Place } from './router'
import { t } from './strings'

export type Section = { name: string; href: string; icon: string; pages: Place['page'][] }

// Drawn on a field of 24 by 24, in lines.
const icons = {
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  albums: 'M4 5h7v7H4zM13 5h7v7h-7zM4 14h7v6H4zM13 14h7v6h-7z',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500 20 20',
  collection: 'M5 4v16M9 4v16M13 4v16M16.500 4.500l4 15',
  account: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c.8-4 4-6 7.5-6s6.700 2 7.500 6',
}

/** Read anew when the language changes. */
export function sections() {
  const { home, albums, charts, search, collection, account } = t.header

  return {
    home: { name: home, href: paths.home(), icon: icons.home, pages: ['home'] },
    albums: {
      name: albums,
      href: paths.albums(),
      icon: icons.albums,
      pages: ['browse', 'album', 'artist', 'label', 'song', 'genres'],
    },
    charts: { name: charts, href: paths.charts(), icon: icons.albums, pages: ['charts'] },
    search: { name: search, href: paths.search(), icon: icons.search, pages: ['search'] },
    collection: {
      name: collection,
      href: paths.collection(),
      icon: icons.collection,
      pages: ['collection', 'stats', 'lookup'],
    },
    account: {
      name: account,
      href: paths.settings(),
      icon: icons.account,
      pages: [
        'settings',
        'password',
        'sessions',
        'preferences',
        'notes',
        'display',
        'data',
        'login',
        'signup',
        'user',
      ],
    },
  } satisfies Record<string, Section>
}
