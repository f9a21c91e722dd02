// What editors, moderators, administrators and programmers see.
import { counter } from '../numbers'

const count = counter('en')

export const tools = {
  api: {
    title: 'The API',
    lead: 'Everything this site does, it does by these calls; so can you. Errors are problem documents (RFC 9457), lists are walked by their cursor.',
    failed: 'The description could not be fetched.',
    areas: 'Areas of the API',
    who: 'Who may call',
    cached: (seconds: number) => `kept for ${count(seconds, 'second', 'seconds')}`,
    parameters: 'Parameters',
    required: 'required',
    takes: 'Takes',
    gives: 'Gives',
  },
  moderation: {
    title: 'Moderation',
    open: 'Open reports',
    none: 'Nothing is waiting.',
    failed: 'This could not be fetched.',
    report: (id: number) => `Report ${id}`,
    upheld: 'The report is right',
    dismissed: 'There is nothing in it',
    reason: 'Why?',
    acts: 'What was done',
    noActs: 'Nothing was done yet.',
    by: (id: number) => `by moderator ${id}`,
  },
  admin: {
    title: 'Administration',
    health: 'Services',
    well: 'All services answer.',
    unwell: 'A service does not answer.',
    model: 'Recommendations',
    failed: 'This could not be fetched.',
  },
  editing: {
    preview: 'What this changes',
    commas: 'With commas between.',
    nothing: 'Nothing.',
    before: 'Before:',
    after: 'After:',
    historyFailed: 'The history could not be fetched.',
    noHistory: 'Nobody has changed it since it was brought in.',
    version: (n: number) => `Version ${n}`,
    undo: 'Take back',
    undoes: (n: number) => `takes back version ${n}`,
    notUndone: 'The edit was not taken back.',
    actions: {
      created: 'created',
      updated: 'changed',
      deleted: 'deleted',
      restored: 'restored',
      merged: 'merged',
    },
    fields: {
      title: 'Title',
      artists: 'Artists',
      release_year: 'Year',
      genres: 'Genres',
      styles: 'Styles',
      description: 'About',
      tracks: 'Tracks',
    } as Record<string, string>,
  },
}
