// Writes src/lib/api/schema.d.ts, the TypeScript types of the API, from ../openapi/*.yaml.
// With --check it writes nothing and fails if the file is not what it would write.
// With --json FILE it writes the description itself there, for the page that shows it.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { description } from './description.mjs'

const target = fileURLToPath(new URL('../src/lib/api/schema.d.ts', import.meta.url))
const [option, file] = process.argv.slice(2)

async function types() {
  const text = astToString(await openapiTS(description(), { alphabetize: true }))

  return `// The types of the HTTP API. Generated from ../openapi by \`npm run generate\`; edit those files instead.\n${text}`
}

if (option === '--json') {
  writeFileSync(file, JSON.stringify(description()))
} else if (option !== '--check') {
  writeFileSync(target, await types())
} else if (readFileSync(target, 'utf8') !== (await types())) {
  console.error('src/lib/api/schema.d.ts is stale: run `npm run generate` in www/')
  process.exit(1)
}
