import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { step } from '../stack/log.ts'

/** Where a program of this name is, if it is installed. */
export function findProgram(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file))
}

/**
 * Installs Debian's packages where that is possible without asking: as root, as in a pipeline. Elsewhere
 * the tests that need one say so.
 */
export async function installMissing(packages: { name: string; isThere: () => boolean }[]): Promise<void> {
  const missing = packages.filter(({ isThere }) => !isThere()).map(({ name }) => name)
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  step(`Installing ${missing.join(', ')} …`)
  await aptGet('update', '-qq')
  await aptGet('install', '-y', '-qq', '--no-install-recommends', ...missing)
}

async function aptGet(...parameters: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await once(spawn('apt-get', parameters, { env, stdio: 'ignore' }), 'close')
}
