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
}
