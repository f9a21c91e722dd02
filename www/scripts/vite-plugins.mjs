// What the build adds to vite's own: the album's page for those who do not run it, and the service worker.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const HEAD = /<meta name="description"[^>]*>\s*<title>[^<]*<\/title>/

/** album.html: index.html whose head nginx fills with what the catalogue says of the album; with the plain one if it
 *  says nothing (conf/gateway/static.conf). */
export function albumPage() {
  let dir

  return {
    name: 'album-page',
    apply: 'build',
    configResolved: (config) => void (dir = config.build.outDir),
    closeBundle() {
      const page = readFileSync(join(dir, 'index.html'), 'utf8')
      if (!HEAD.test(page))
        throw new Error('index.html: description and title are not where album.html expects them')
      const filled = page.replace(
        HEAD,
        (plain) =>
          `<!--# block name="plain" -->${plain}<!--# endblock -->` +
          '<!--# include virtual="/_preview/$vh_album" stub="plain" -->',
      )
      writeFileSync(join(dir, 'album.html'), filled)
    },
  }
}

/** sw.js: src/offline/worker.ts in one file, which knows the names of all that was built and one word for that build. */
export function serviceWorker() {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = Object.keys(bundle).filter(
        (name) => /\.(js|css|woff2)$/.test(name) && !/latin-ext|vietnamese/.test(name),
      )
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
      const { outputFiles } = buildSync({
        entryPoints: [fileURLToPath(new URL('../src/offline/worker.ts', import.meta.url))],
        bundle: true,
        minify: true,
        write: false,
        target: 'es2022',
        define: { FILES: JSON.stringify(files.map((name) => `/${name}`)), VERSION: JSON.stringify(version) },
      })
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: outputFiles[0].text })
    },
  }
}
