import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { StartFailure } from './failure.ts'
import type { Instance } from './instance.ts'

/** Makes sure that one supervisor at a time works on the instance's folder; returns how to let go. */
export function lockInstance(instance: Instance): () => Promise<void> {
  const file = path.join(instance.folder, 'supervisor.pid')
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (holder && holder !== process.pid && isRunning(holder, 'infrastructure/local')) {
    throw new StartFailure(
      `The stack "${instance.name}" is already running (process ${holder}).`,
      `Use it at ${instance.appUrl}, or stop it with Ctrl-C in its terminal or "kill ${holder}".`,
    )
  }
  mkdirSync(instance.folder, { recursive: true })
  writeFileSync(file, String(process.pid))
  return async () => rmSync(file, { force: true })
}

/**
 * True when the process exists and its command line contains `mark`. Numbers of dead processes are
 * given to others, in containers soon; systems without /proc are believed.
 */
export function isRunning(pid: number, mark: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(mark)
  } catch {
    return !existsSync('/proc/self')
  }
}
