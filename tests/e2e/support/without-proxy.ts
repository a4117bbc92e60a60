import { spawn } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../../..')
const nextProgram = path.join(root, 'node_modules/next/dist/bin/next')

/** The built product, served once more, without proxy.ts. */
export interface OpenServer {
  origin: string
  stop(): Promise<void>
}

/** Copies the build, takes the proxy out of it and serves it on a free port: what proxy.ts guarded now stands open. */
export async function serveWithoutProxy(): Promise<OpenServer> {
  const build = process.env.APP_BUILD ?? ''
  const built = path.join(root, build)
  const folder = `${build}-open`
  const copy = path.join(root, folder)
  const isNeeded = (file: string) => !/[/\\](cache|trace|trace-build|diagnostics)$/.test(file)
  rmSync(copy, { recursive: true, force: true })
  cpSync(built, copy, { recursive: true, verbatimSymlinks: true, filter: isNeeded })
  const manifest = path.join(copy, 'server/functions-config-manifest.json')
  const { functions, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'))
  if (!functions['/_middleware']) throw new Error('The build has no proxy to take out.')
  writeFileSync(manifest, JSON.stringify({ ...rest, functions: { ...functions, '/_middleware': undefined } }))

  const port = await freePort()
  const server = spawn(process.execPath, [nextProgram, 'start', '--port', String(port)], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_DIST_DIR: folder, APP_HOST: `localhost:${port}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const ready = new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (said) => String(said).includes('Ready in') && resolve())
    void ended.then(() => reject(new Error('The server without proxy ended at its start.')))
  })
  const stop = async () => {
    server.kill('SIGTERM')
    await ended
    rmSync(copy, { recursive: true, force: true })
  }
  await ready
  return { origin: `http://localhost:${port}`, stop }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
