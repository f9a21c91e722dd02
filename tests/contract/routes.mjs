// Holds three things to each other: the routes the pools were built with (--routes), openapi/*.yaml, and the gateway's
// map of prefixes.
//
//   tests/contract/run routes BUILD
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { operations, services } from './openapi.mjs'
import { close, test } from './report.mjs'

const build = process.argv[2] ?? '.'

/** A path whose parameters are all called the same: {username} here is {name} there. */
const plain = (path) => path.replaceAll(/\{(?!id\})[a-z_]+\}/g, '{name}')

function served(service) {
  return execFileSync(`${build}/fcgi-apps/vinylhound-${service}`, ['--routes'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [method, path, who, cache] = line.split(' ')
      return { method, path, who, cache: Number(cache) }
    })
}

const key = ({ method, path }) => `${method} ${plain(path)}`

/** What is in `these` and not in `those`. */
const missing = (these, those) => {
  const there = new Set(those.map(key))
  return these.map(key).filter((one) => !there.has(one))
}

const twice = (list) => list.map(key).filter((one, i, all) => all.indexOf(one) !== i)

for (const service of services) {
  const routes = served(service)
  const described = operations(service)
  const by = new Map(described.map((one) => [key(one), one]))
  const differing = (member) =>
    routes
      .filter((route) => by.has(key(route)) && by.get(key(route))[member] !== route[member])
      .map((route) => `${key(route)}: ${route[member]} served, ${by.get(key(route))[member]} described`)

  test(`${service}: every route served is described`, missing(routes, described))
  test(`${service}: every route described is served`, missing(described, routes))
  test(`${service}: no route stands twice`, [...twice(routes), ...twice(described)])
  test(`${service}: x-who is who may call`, differing('who'))
  test(`${service}: x-cache is how long it is kept`, differing('cache'))
}

// ---- who may call: tests/api/rbac.c has a row for every route, and test_rbac.c calls them all
const table = readFileSync(fileURLToPath(new URL('../api/rbac.c', import.meta.url)), 'utf8')
const rows = [...table.matchAll(/\{"([A-Z]+)",\s*"(\/[^"]+)"/g)].map(([, method, path]) => ({ method, path }))
const routes = services.flatMap(served)
test(
  'rbac: every route served has a row in tests/api/rbac.c',
  missing(routes, rows).map((one) => `${one}: add a row that says who may call it`),
)
test('rbac: every row of tests/api/rbac.c is a route', missing(rows, routes))

// ---- the gateway: prefixes.map holds lines `~REGEX  POOL;`
const file = fileURLToPath(new URL('../../conf/gateway/prefixes.map', import.meta.url))
const map = readFileSync(file, 'utf8')
  .split('\n')
  .map((line) => line.replace(/#.*/, '').trim())
  .filter(Boolean)
  .map((line) => line.match(/^~(\S+)\s+(\S+);$/) ?? [line])

const pools = (path) =>
  map.filter(([, regex]) => regex && new RegExp(regex).test(path)).map(([, , pool]) => pool)
const sample = (path) => path.replaceAll(/\{id\}/g, '7').replaceAll(/\{[a-z_]+\}/g, 'someone')

test(
  'gateway: every line of the map is a pattern and a pool that exists',
  map.filter(([, , pool]) => !services.includes(pool)).map(([line]) => line),
)
for (const service of services) {
  const wrong = []
  for (const route of served(service))
    for (const path of [sample(route.path), `${sample(route.path)}/`])
      if (pools(path).join() !== service)
        wrong.push(`${path} goes to ${pools(path).join(' and ') || 'nobody'}`)
  test(`gateway: every route of the ${service} pool goes to it alone`, wrong)
}
test(
  'gateway: a prefix is whole segments',
  [
    '/api/v1/albumsx',
    '/api/v1/album',
    '/api/v1/',
    '/api/v1',
    '/api/v2/albums',
    '/x/api/v1/albums',
    '/api/v1/usersx/1',
  ]
    .filter((path) => pools(path).length > 0)
    .map((path) => `${path} goes to ${pools(path).join()}`),
)
close()
