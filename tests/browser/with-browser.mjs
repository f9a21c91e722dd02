// Runs a command beside one Chromium, which all of its tests share: BROWSER is where it listens. Its status is ours.
//
//   node with-browser.mjs COMMAND…
import { spawn } from 'node:child_process'
import { chromium, options } from './browser.mjs'

const [command, ...rest] = process.argv.slice(2)
const server = await chromium.launchServer(options)
const child = spawn(command, rest, {
  stdio: 'inherit',
  env: { ...process.env, BROWSER: server.wsEndpoint() },
})

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (status) => {
  process.exitCode = status ?? 1
  void server.close()
})
