// The frame of the site, what goes wrong, and how it looks and speaks.
import { counter } from '../numbers'

const count = counter('en')
const none: Record<string, string> = {}

export const site = {
  site: 'Vinylhound',
  skip: 'Skip to the content',
  title: (page: string) => `${page} · Vinylhound`,
  loading: 'Loading …',
  retry: 'Try again',
  more: 'Show more',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved.',
  saving: 'Saving …',
  remove: 'Remove',
  close: 'Close',
  header: {
    nav: 'Main',
    home: 'Home',
    albums: 'Browse',
    charts: 'Charts',
    search: 'Search',
    collection: 'Collection',
    account: 'Account',
    login: 'Log in',
    signup: 'Sign up',
    logout: 'Log out',
    profile: 'Your profile',
    loggedIn: 'You are still logged in.',
    notKnown: 'You may be logged in, but that could not be found out.',
  },
  footer: {
    nav: 'About the site',
    facts: 'Covers are drawn, not scanned. Facts about records are anybody’s to use.',
    genres: 'Genres',
    api: 'API',
    source: 'How the score is made',
    moderation: 'Moderation',
    admin: 'Administration',
    display: 'Language and display',
  },
  offline: {
    now: 'No network. Your collection and wantlist are here all the same.',
    newVersion: 'This page is of an older version of the site.',
    reload: 'Load it anew',
    page: 'This page could not be loaded.',
    pageHint: 'Check your connection, then try again.',
  },
  display: {
    title: 'Language and display',
    hint: 'Kept in this browser.',
    language: 'Language',
    asBrowser: 'As the browser asks',
    theme: 'Colours',
    themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
    blind: 'Blind mode',
    blindHint: 'Others’ scores stay hidden until you have rated an album.',
  },
  failure: {
    unreachable: 'The server cannot be reached. Check your connection, then try again.',
    status: (status: number) =>
      status === 404 ? 'There is no such page.' : `The server answered with an error (${status}).`,
    again: (seconds: number | null) =>
      seconds ? `Try again in ${count(seconds, 'second', 'seconds')}.` : 'Try again in a moment.',
    request: (id: string) => `Request ${id}`,
    /** The server speaks English: only other languages say its problems in words of their own, by name and code. */
    problems: none,
    fields: none,
  },
  unknown: { title: 'No such page', hint: 'The address leads nowhere.', home: 'To the albums' },
}
