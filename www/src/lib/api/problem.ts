// What went wrong, in words that say what to do.
import { t } from '../strings'
import type { components } from './schema'

export type Problem = components['schemas']['Problem']

/** A call that did not succeed. `status` is 0 if there was no answer at all. */
export class Failure extends Error {
  readonly status: number
  /** What is wrong with each field of a form, by the field's name. */
  readonly fields: Record<string, string>
  readonly requestId: string | null
  readonly location: string | null

  constructor(message: string, status: number, response?: Response, problem?: Problem) {
    super(message)
    this.name = 'Failure'
    this.status = status
    this.fields = Object.fromEntries(
      (problem?.errors ?? []).map((e) => [e.field, t.failure.fields[e.code] ?? e.detail]),
    )
    this.requestId = problem?.request_id ?? response?.headers.get('X-Request-Id') ?? null
    this.location = response?.headers.get('Location') ?? null
  }
}

/** The failure that an answer tells of; `body` is what came with it, a problem document if all is as it should be. */
export function failureOf(response: Response, body: unknown): Failure {
  const problem = isProblem(body) ? body : undefined
  const after = Number(response.headers.get('Retry-After')) || null
  const name = problem?.type.replace('/problems/', '') ?? ''
  const told = t.failure.problems[name] || problem?.detail || t.failure.status(response.status)
  const retriable = response.status === 429 || response.status >= 500

  return new Failure(
    retriable ? `${told} ${t.failure.again(after)}` : told,
    response.status,
    response,
    problem,
  )
}

/** Any thrown thing as a Failure: a fetch that found nobody throws a TypeError. */
export function asFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : new Failure(t.failure.unreachable, 0)
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'detail' in body && 'status' in body
}
