// What the front end's code and the browser tests are held to. It is run from the project's top folder, because
// tests/browser stands beside www/.
import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const nodeGlobals = {
  process: 'readonly',
  console: 'readonly',
  URL: 'readonly',
  Buffer: 'readonly',
  fetch: 'readonly',
}

export default ts.config(
  { ignores: ['www/dist/', 'www/src/lib/api/schema.d.ts'] },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    // TypeScript knows better which names exist.
    files: ['**/*.ts', '**/*.svelte'],
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        ...nodeGlobals,
        document: 'readonly',
        window: 'readonly',
        navigator: 'readonly',
        indexedDB: 'readonly',
        location: 'readonly',
        localStorage: 'readonly',
        getComputedStyle: 'readonly',
        DOMException: 'readonly',
        PerformanceObserver: 'readonly',
        requestAnimationFrame: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error', 'log'] }],
      'max-lines': ['error', 350],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      // Our own router writes plain paths; this rule is about SvelteKit's.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // A test file's describe() holds its tests.
    files: ['**/*.test.*'],
    rules: { 'max-lines-per-function': 'off' },
  },
)
