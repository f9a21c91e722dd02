// What the build adds to vite's own: pages that ask early for what they need, and the service worker.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const HEAD = /<meta name="description"[^>]*>\s*<title>[^<]*<\/title>/

/** Pages with an HTML of their own, NAME.html, which the gateway serves for their address (conf/gateway/routing.conf): it
 *  asks for the page's own files, and for what the page will ask the API first, before the script has come. An address
 *  that is not asked for to the letter is fetched twice, of which the browser's console complains. */
const early = {
  home: { file: 'HomePage', asks: ['/api/v1/charts?sort=top&limit=16'] },
  browse: { file: 'BrowsePage', asks: ['/api/v1/albums?sort=title&limit=40'] },
  collection: { file: 'CollectionPage', asks: [] },
  // The catalogue says what else (GET /albums/{id}/preview).
  album: { file: 'AlbumPage', asks: [] },
}

/** The files that a page is made of, its own first; those of the frame are in index.html. */
function filesOf(bundle, file) {
  const chunks = Object.values(bundle)
  const own = chunks.find((one) => one.facadeModuleId?.endsWith(`/src/pages/${file}.svelte`))
  const files = new Set([own.fileName])

  for (const name of files) for (const one of bundle[name].imports) files.add(one)
  return [...files]
}

/** The head nginx fills with what the catalogue says of the album; with the plain one if it says nothing. */
function filled(page) {
  if (!HEAD.test(page))
    throw new Error('index.html: description and title are not where album.html expects them')
  return page.replace(
    HEAD,
    (plain) =>
      `<!--# block name="plain" -->${plain}<!--# endblock -->` +
      '<!--# include virtual="/_preview/$vh_album" stub="plain" -->',
  )
}

/** index.html for the pages of `early`, the album's with a head for those who do not run it. */
export function earlyPages() {
  let dir
  const files = {}

  return {
    name: 'early-pages',
    apply: 'build',
    configResolved: (config) => void (dir = config.build.outDir),
    generateBundle(_, bundle) {
      for (const [name, { file }] of Object.entries(early)) files[name] = filesOf(bundle, file)
    },
    closeBundle() {
      const plain = readFileSync(join(dir, 'index.html'), 'utf8')

      for (const [name, { asks }] of Object.entries(early)) {
        const links = [
          ...asks.map(
            (href) => `<link rel="preload" as="fetch" crossorigin href="${href.replace('&', '&amp;')}">`,
          ),
          ...files[name]
            .filter((file) => !plain.includes(file))
            .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
        ]
        const page = plain.replace('</head>', `${links.join('')}</head>`)
        writeFileSync(join(dir, `${name}.html`), name === 'album' ? filled(page) : page)
      }
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
