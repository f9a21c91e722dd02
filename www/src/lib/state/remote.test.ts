// remote.svelte.ts: what is shown while something is fetched, and after it could not be.
import { describe, expect, it } from 'vitest'
import { Failure } from '../api/problem'
import { Remote } from './remote.svelte'

/** A fetch whose answers the test gives when it likes. */
function controlled() {
  const asked: { answer: (value: string) => void; refuse: (reason: unknown) => void }[] = []
  const remote = new Remote<string>(
    () => new Promise((resolve, reject) => asked.push({ answer: resolve, refuse: reject })),
  )
  return { remote, asked }
}

describe('Remote', () => {
  it('keeps what was there until the new one comes', async () => {
    const { remote, asked } = controlled()
    const first = remote.load()
    asked[0]?.answer('old')
    await first
    const second = remote.load()
    expect([remote.data, remote.loading]).toEqual(['old', true])
    asked[1]?.answer('new')
    await second
    expect([remote.data, remote.loading]).toEqual(['new', false])
  })

  it('goes by what was asked last, not by what came last', async () => {
    const { remote, asked } = controlled()
    const first = remote.load()
    const second = remote.load()
    asked[1]?.answer('second')
    await second
    asked[0]?.answer('first')
    await first
    expect(remote.data).toBe('second')
  })

  it('says why it failed, and forgets that when it works again', async () => {
    const { remote, asked } = controlled()
    const first = remote.load()
    asked[0]?.refuse(new Failure('Down.', 503))
    await first
    expect(remote.failure?.status).toBe(503)
    const second = remote.load()
    asked[1]?.answer('there')
    await second
    expect([remote.failure, remote.data]).toEqual([null, 'there'])
  })
})
