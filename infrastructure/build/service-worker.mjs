/**
 * The service worker of the handovers is a program of its own: bundled once the application is built, put among its static
 * files, and served from an address whose scope covers the handovers.
 */
import path from 'node:path'
import { build } from 'esbuild'

const FILE = '/_next/static/handover-worker.js'

/** For `compiler.runAfterProductionCompile`. */
export async function buildServiceWorker({ projectDir, distDir }) {
  await build({
    entryPoints: [path.join(projectDir, 'service-worker/worker.ts')],
    outfile: path.join(distDir, 'static/handover-worker.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
}

/** For `rewrites().beforeFiles`. */
export const serviceWorkerRewrites = [{ source: '/handover-worker.js', destination: FILE }]
