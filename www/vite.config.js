// How the site is built, served while one works on it (`npm run dev`), and its units tested.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { earlyPages, serviceWorker } from './scripts/vite-plugins.mjs'

/** What nearly every page needs goes with the frame, in one file: a dozen files of 400 bytes cost more than they save. */
const shared = [
  /node_modules\/(svelte|openapi-fetch|esm-env|clsx)\//,
  /src\/lib\/(api|strings\/en)\//,
  /src\/lib\/(strings|storage|format|router|navigation\.svelte|session\.svelte|display\.svelte)\.ts$/,
  /src\/lib\/strings\/numbers\.ts$/,
  /src\/lib\/state\/(remote|form|paged|album-list)\.svelte\.ts$/,
  /src\/lib\/components\/(Note|Cover|Part|AlbumCard|Field|FormPage|Private|PagedList|Loaded)\.svelte/,
]

export default defineConfig({
  plugins: [svelte(), earlyPages(), serviceWorker()],
  build: {
    target: 'es2022',
    // The gateway's Content-Security-Policy allows files of our own, and data: for images alone.
    assetsInlineLimit: 0,
    // One file of styles: twenty small ones hold up a page longer than all of them weigh.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    outDir: process.env.VINYLHOUND_DIST ?? 'dist',
    emptyOutDir: true,
    rollupOptions: {
      output: { manualChunks: (id) => (shared.some((one) => one.test(id)) ? 'shared' : undefined) },
    },
  },
  server: {
    proxy: { '/api': process.env.VINYLHOUND_URL ?? 'http://127.0.0.1:8080' },
  },
  // Units run in node, without a document: they are about state, not about markup.
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: { include: ['src/**/*.test.ts'] },
})
