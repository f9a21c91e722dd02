// What a browser fetches of scripts when it first comes to a page: no more than 60 kB, for each page that was built.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { test } from 'node:test'

test('no page takes more than 60 kB of scripts, compressed, at first load', () => {
  const top = new URL('../../', import.meta.url).pathname
  // built here, or come with the sources
  const dist = [`${process.env.VH_BUILD ?? top}/www/dist`, `${top}/www/dist`].find(existsSync)
  const { status, stdout, stderr } = spawnSync('node', [`${top}/www/scripts/sizes.mjs`, dist], {
    encoding: 'utf8',
  })

  console.log(stdout)
  assert.equal(status, 0, stderr)
})
