// problem.ts: failures in words that say what to do.
import { describe, expect, it } from 'vitest'
import { answer, problem } from '../testing'
import { asFailure, Failure, failureOf } from './problem'

describe('failureOf', () => {
  it('says what the server says', () => {
    const { body } = problem(404, 'There is no album 9.')
    expect(failureOf(answer({ status: 404 }), body)).toMatchObject({
      message: 'There is no album 9.',
      status: 404,
      requestId: 'r-00000001',
    })
  })

  it('adds when to try again', () => {
    const { body } = problem(429, 'Too many at once.')
    const response = answer({ status: 429, headers: { 'Retry-After': '30' } })
    expect(failureOf(response, body).message).toBe('Too many at once. Try again in 30 seconds.')
    expect(failureOf(answer({ status: 503 }), body).message).toBe('Too many at once. Try again in a moment.')
  })

  it('knows what to say where the answer is no problem document', () => {
    expect(failureOf(answer({ status: 502 }), '<html>').message).toContain('(502)')
  })
})

describe('asFailure', () => {
  it('takes what is no answer for a network that is down', () => {
    expect(asFailure(new TypeError('Failed to fetch'))).toMatchObject({ status: 0 })
    expect(asFailure(new TypeError('Failed to fetch')).message).toContain('Check your connection')
  })

  it('leaves a failure as it is', () => {
    const failure = new Failure('No.', 403)
    expect(asFailure(failure)).toBe(failure)
  })
})
