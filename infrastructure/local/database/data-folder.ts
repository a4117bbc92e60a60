import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartFailure } from '../stack/failure.ts'
import { isRunning } from '../stack/lock.ts'
import type { Quarters } from './account.ts'
import { executable } from './binaries.ts'

const majorVersion = '17'

/** Refuses a folder that PostgreSQL could not use, and says how to get out. */
export function requireUsable(data: string, resetCommand: string): void {
  const wayOut = `Start over with "${resetCommand}" (deletes this instance's data), or put back a backup of that folder.`
  if (!existsSync(path.join(data, 'PG_VERSION')) || !existsSync(path.join(data, 'global/pg_control'))) {
    throw new StartFailure(`The database folder ${data} is incomplete.`, wayOut)
  }
  const version = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  if (version !== majorVersion) {
    throw new StartFailure(
      `The database folder ${data} was made by PostgreSQL ${version}, not ${majorVersion}.`,
      wayOut,
    )
  }
}

/** Prepares the folder under another name, so that an interrupted start leaves nothing half-made behind. */
export function createData(quarters: Quarters, data: string): void {
  const unfinished = `${data}.new`
  const passwordFile = `${data}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, 'postgres\n', { mode: 0o600 })
  for (const place of quarters.account ? [unfinished, passwordFile] : []) {
    chownSync(place, quarters.account?.uid ?? 0, quarters.account?.gid ?? 0)
  }
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const language = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-sync',
  ]
  const result = spawnSync(
    executable(quarters.program, 'initdb'),
    ['-D', unfinished, ...access, ...language],
    {
      encoding: 'utf8',
      cwd: '/',
      ...quarters.account,
    },
  )
  rmSync(passwordFile, { force: true })
  if (result.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    const reason = (result.error?.message ?? result.stderr).trim().split('\n').pop()
    throw new StartFailure(
      `PostgreSQL could not prepare ${data}: ${reason}`,
      'Check free disk space and the rights on that folder.',
    )
  }
  renameSync(unfinished, data)
}

/** A supervisor that was killed outright leaves its server behind; that one still holds folder and port. */
export async function stopOrphan(data: string): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (isRunning(pid, data)) process.kill(pid, 'SIGINT')
  for (let waited = 0; isRunning(pid, data) && waited < 100; waited++) await sleep(100)
  rmSync(pidFile, { force: true })
}
