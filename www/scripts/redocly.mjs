// Runs the redocly program on ../openapi, asking nobody for a newer version and reporting nothing to anybody.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const openapiDir = fileURLToPath(new URL('../../openapi/', import.meta.url))
const program = fileURLToPath(new URL('../node_modules/@redocly/cli/bin/cli.js', import.meta.url))

/** Returns the exit status; what it wrote is shown only if it failed or `show` is set. */
export function redocly(args, show = false) {
  const run = spawnSync(process.execPath, [program, ...args], {
    cwd: openapiDir,
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  })

  if (show || run.status !== 0) process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}`)
  return run.status ?? 1
}
