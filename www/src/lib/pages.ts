// Which file draws a page. Each is fetched when one first goes there.
import type { Component } from 'svelte'
import type { NumberedPage, PlainPage } from './router'

type Load<Props extends Record<string, unknown>> = () => Promise<{ default: Component<Props> }>

export const plainPages: Record<PlainPage, Load<Record<string, never>>> = {
  home: () => import('../pages/HomePage.svelte'),
  browse: () => import('../pages/BrowsePage.svelte'),
  collection: () => import('../pages/CollectionPage.svelte'),
  stats: () => import('../pages/StatsPage.svelte'),
  lookup: () => import('../pages/LookupPage.svelte'),
  search: () => import('../pages/SearchPage.svelte'),
  genres: () => import('../pages/GenresPage.svelte'),
  charts: () => import('../pages/ChartsPage.svelte'),
  admin: () => import('../pages/AdminPage.svelte'),
  moderation: () => import('../pages/ModerationPage.svelte'),
  apiDocs: () => import('../pages/ApiDocsPage.svelte'),
  login: () => import('../pages/LoginPage.svelte'),
  signup: () => import('../pages/SignupPage.svelte'),
  forgot: () => import('../pages/ForgotPage.svelte'),
  reset: () => import('../pages/ResetPage.svelte'),
  verify: () => import('../pages/VerifyPage.svelte'),
  settings: () => import('../pages/settings/ProfilePage.svelte'),
  password: () => import('../pages/settings/PasswordPage.svelte'),
  sessions: () => import('../pages/settings/SessionsPage.svelte'),
  preferences: () => import('../pages/settings/PreferencesPage.svelte'),
  notes: () => import('../pages/settings/NotesPage.svelte'),
  display: () => import('../pages/settings/DisplayPage.svelte'),
  data: () => import('../pages/settings/DataPage.svelte'),
  unknown: () => import('../pages/UnknownPage.svelte'),
}

export const numberedPages: Record<NumberedPage, Load<{ id: number }>> = {
  album: () => import('../pages/AlbumPage.svelte'),
  history: () => import('../pages/HistoryPage.svelte'),
  edit: () => import('../pages/EditPage.svelte'),
  tracks: () => import('../pages/TracksPage.svelte'),
  cover: () => import('../pages/CoverPage.svelte'),
  merge: () => import('../pages/MergePage.svelte'),
  artistHistory: () => import('../pages/ArtistHistoryPage.svelte'),
  artistEdit: () => import('../pages/ArtistEditPage.svelte'),
  songHistory: () => import('../pages/SongHistoryPage.svelte'),
  songEdit: () => import('../pages/SongEditPage.svelte'),
  artist: () => import('../pages/ArtistPage.svelte'),
  label: () => import('../pages/LabelPage.svelte'),
  song: () => import('../pages/SongPage.svelte'),
}

export const userPage: Load<{ name: string }> = () => import('../pages/UserPage.svelte')
