// What can be edited, said once for each kind of thing: how it is fetched, which fields a form has for it, and what a
// change of them comes to.
import type { Api, Schemas } from '../api/client'
import type { PageOf } from '../state/paged.svelte'

export type Revision = Schemas['Revision']

/** A member that is changed, as a history shows it. */
export type Change = { field: string; before?: unknown; after?: unknown }

/** What one types, by the members of the body. */
export type Draft = Record<string, string>

/** One field of the form; its label is t.editing.fields[name]. */
export type FormField = {
  name: string
  maxlength?: number
  required?: boolean
  rows?: number
  /** What it may look like, as HTML's `pattern`. */
  pattern?: string
  /** Several words with commas between. */
  list?: boolean
}

type Outcome<T> = Promise<{ data?: T; error?: unknown; response: Response }>

export type Kind<T> = {
  fields: FormField[]
  load: (api: Api, id: number) => Outcome<T>
  save: (api: Api, id: number, etag: string, before: T, draft: Draft) => Outcome<unknown>
  history: (api: Api, id: number, cursor: string | null) => Promise<PageOf<Revision>>
  undo: (api: Api, id: number, version: number) => Outcome<unknown>
  draftOf: (thing: T) => Draft
  /** What the draft makes of the members that the form shows. */
  membersOf: (draft: Draft) => Record<string, unknown>
  nameOf: (thing: T) => string
  /** Where it is shown, its history and its form. */
  paths: { show: (id: number) => string; history: (id: number) => string; edit: (id: number) => string }
}

/** What saving the draft would change. */
export function changesOf<T>(kind: Kind<T>, thing: T, draft: Draft): Change[] {
  const before = kind.membersOf(kind.draftOf(thing))
  const after = kind.membersOf(draft)

  return Object.keys(after)
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after))
}

/** A draft begun on `before`, now that `now` is there: what one has not touched is taken over. */
export function rebased<T>(kind: Kind<T>, before: T, now: T, draft: Draft): Draft {
  const [was, is] = [kind.draftOf(before), kind.draftOf(now)]

  return Object.fromEntries(
    Object.entries(draft).map(([name, text]) => [name, text === was[name] ? (is[name] ?? text) : text]),
  )
}

/** Words between commas, each once. */
export function listOf(text = ''): string[] {
  return [...new Set(text.split(',').map((word) => word.trim()))].filter(Boolean)
}

/** What was typed, or nothing. */
export function textOf(text = ''): string | null {
  return text.trim() || null
}

export function numberOf(text = ''): number | null {
  return text.trim() ? Number(text) : null
}
