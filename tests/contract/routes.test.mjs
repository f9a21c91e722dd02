// routes.test.mjs: the pools' route tables, openapi/ and the gateway's map of prefixes say the same.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

const src = process.env.VH_SRC;
const build = process.env.VH_BUILD ?? src;
const yaml = createRequire(join(src, 'www/package.json'))('js-yaml');

const services = ['user', 'catalog', 'rating'];
const methods = ['get', 'post', 'put', 'delete', 'patch'];

// What a path calls its parameters is its own matter: {username} and {name} are the same place.
const place = (path) => path.replace(/\{(?!id\})[^}]*\}/g, '{name}');

const served = (service) =>
  execFileSync(join(build, `fcgi-apps/vinylhound-${service}`), ['--routes'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([method, path, who, cache]) => `${method} ${place(path)} ${who} ${cache}`)
    .sort();

const described = (service) => {
  const { paths } = yaml.load(readFileSync(join(src, `openapi/${service}.yaml`), 'utf8'));
  return Object.entries(paths)
    .flatMap(([path, item]) =>
      methods
        .filter((method) => item[method])
        .map((method) => {
          const operation = item[method];
          return `${method.toUpperCase()} ${place(path)} ${operation['x-who']} ${operation['x-cache']}`;
        }),
    )
    .sort();
};

// "~^/api/v1/(auth|users)(/|$)  user;" as [pattern, pool]
const prefixes = readFileSync(join(src, 'conf/gateway/prefixes.map'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('~'))
  .map((line) => /^~(\S+)\s+(\S+);$/.exec(line))
  .map(([, pattern, pool]) => [new RegExp(pattern), pool]);

const poolOf = (path) => prefixes.find(([pattern]) => pattern.test(path))?.[1];

for (const service of services) {
  test(`${service}: what the pool serves is what openapi/${service}.yaml describes`, () => {
    assert.ok(served(service).length > 0);
    assert.deepEqual(served(service), described(service));
  });

  test(`${service}: the gateway sends each of its paths, with a slash at the end or not, to it`, () => {
    for (const route of served(service)) {
      const path = route.split(' ')[1].replace(/\{[^}]*\}/g, '1');
      assert.equal(poolOf(path), service, path);
      assert.equal(poolOf(`${path}/`), service, `${path}/`);
    }
  });
}

test('the gateway names no pool that is not there, and takes whole segments only', () => {
  assert.deepEqual([...new Set(prefixes.map(([, pool]) => pool))].sort(), [...services].sort());
  for (const path of ['/api/v1/albumsx', '/api/v1/', '/api/v1/ratingsummary', '/api/v2/albums'])
    assert.equal(poolOf(path), undefined, path);
});
