// Holds ../openapi to the rules of ../openapi/redocly.yaml; silent but for one line when all is well.
import { redocly } from './redocly.mjs'

const status = redocly(['lint', '--max-problems', '1000'])

if (status === 0) console.log('openapi: user.yaml, catalog.yaml and rating.yaml are valid')
process.exit(status)
