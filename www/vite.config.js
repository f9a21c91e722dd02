// How the site is built, served while one works on it (`npm run dev`), and its units tested.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  build: {
    target: 'es2022',
    // The gateway's Content-Security-Policy allows files of our own, and data: for images alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    outDir: process.env.VINYLHOUND_DIST ?? 'dist',
    emptyOutDir: true,
  },
  server: {
    proxy: { '/api': process.env.VINYLHOUND_URL ?? 'http://127.0.0.1:8080' },
  },
  // Units run in node, without a document: they are about state, not about markup.
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: { include: ['src/**/*.test.ts'] },
})
