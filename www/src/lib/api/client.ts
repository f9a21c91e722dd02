// The one way to the API: typed from openapi/, and an answer that is no success is thrown as a Failure.
import createClient, { type Client } from 'openapi-fetch'
import { asFailure, failureOf } from './problem'
import type { components, paths } from './schema'

export type Schemas = components['schemas']
export type Api = Client<paths>

/** Lists go with commas between: the API takes no parameter twice. */
const querySerializer = { array: { style: 'form', explode: false } } as const

/** A client that sends what it has to say through `fetch`. */
export function clientOver(fetch: (request: Request) => Promise<Response>, baseUrl = ''): Api {
  return createClient<paths>({ baseUrl, fetch, querySerializer })
}

/** What nobody needs to be known for; the gateway may answer it from its cache. */
export const publicApi = clientOver((request) => fetch(request))

type Outcome<T> = { data?: T; error?: unknown; response: Response }

/** The body of a successful answer (undefined if it has none); throws a Failure otherwise. */
export async function body<T>(call: Promise<Outcome<T>>): Promise<T> {
  let outcome: Outcome<T>

  try {
    outcome = await call
  } catch (thrown) {
    throw asFailure(thrown)
  }
  if (!outcome.response.ok) throw failureOf(outcome.response, outcome.error)
  return outcome.data as T
}
