import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, startChild } from '../stack/child.ts'
import { StartFailure } from '../stack/failure.ts'
import type { Instance } from '../stack/instance.ts'
import type { Lifecycle } from '../stack/lifecycle.ts'
import { isRunning } from '../stack/lock.ts'
import { requireFreePorts } from '../stack/ports.ts'
import { databaseQuarters, type Quarters } from './account.ts'
import { postgresFolder } from './binaries.ts'

const MAJOR_VERSION = '17'

interface ClusterOptions {
  /** Tests may lose their data in a power cut; everybody else may not. */
  durable: boolean
  resetCommand: string
}

/** Deletes the instance's database and uploaded files. */
export function removeData(instance: Instance): void {
  const { folder } = databaseQuarters(instance, postgresFolder())
  for (const place of [path.join(folder, 'postgres'), path.join(instance.folder, 'storage')]) {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Starts PostgreSQL on the instance's data folder, which the first start creates; resolves when it takes connections. */
export async function startCluster(
  instance: Instance,
  options: ClusterOptions,
  lifecycle: Lifecycle,
): Promise<Child> {
  const quarters = databaseQuarters(instance, postgresFolder())
  const data = path.join(quarters.folder, 'postgres')
  if (existsSync(data)) requireUsable(data, options.resetCommand)
  else createData(quarters, data)
  await stopOrphan(data)
  lifecycle.checkpoint()
  await requireFreePorts(instance, { PostgreSQL: instance.ports.postgres })
  return startServer(instance, quarters, data, options, lifecycle)
}

function requireUsable(data: string, resetCommand: string): void {
  const wayOut = `Start over with "${resetCommand}" (deletes this instance's data), or put back a backup of that folder.`
  if (!existsSync(path.join(data, 'PG_VERSION')) || !existsSync(path.join(data, 'global/pg_control'))) {
    throw new StartFailure(`The database folder ${data} is incomplete.`, wayOut)
  }
  const version = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  if (version !== MAJOR_VERSION) {
    throw new StartFailure(
      `The database folder ${data} was made by PostgreSQL ${version}, not ${MAJOR_VERSION}.`,
      wayOut,
    )
  }
}

/** Prepares the folder under another name, so that an interrupted start leaves nothing half-made behind. */
function createData(quarters: Quarters, data: string): void {
  const unfinished = `${data}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  const passwordFile = `${data}.password`
  writeFileSync(passwordFile, 'postgres\n', { mode: 0o600 })
  if (quarters.account) {
    for (const place of [unfinished, passwordFile])
      chownSync(place, quarters.account.uid, quarters.account.gid)
  }
  const result = spawnSync(
    executable(quarters, 'initdb'),
    [
      ...['-D', unfinished, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
      ...[
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-sync',
      ],
    ],
    { encoding: 'utf8', cwd: '/', ...quarters.account },
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

/** A supervisor that was killed outright leaves its server behind; that one still holds the folder. */
async function stopOrphan(data: string): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (!isRunning(pid, data)) {
    rmSync(pidFile, { force: true })
    return
  }
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isRunning(pid, data) && waited < 100; waited++) await sleep(100)
}

async function startServer(
  instance: Instance,
  quarters: Quarters,
  data: string,
  options: ClusterOptions,
  lifecycle: Lifecycle,
): Promise<Child> {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: options.durable ? 'on' : 'off',
  }
  let ready: () => void
  const isReady = new Promise<void>((resolve) => {
    ready = resolve
  })
  let last = ''
  const logFile = path.join(instance.folder, 'postgres.log')
  const child = startChild(
    executable(quarters, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(instance.ports.postgres),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      logFile,
      cwd: '/',
      account: quarters.account,
      // "Fast" shutdown: does not wait for clients to hang up.
      stopSignal: 'SIGINT',
      onOutput: (text) => {
        last = text.trim().split('\n').pop() ?? last
        if (text.includes('database system is ready to accept connections')) ready()
      },
    },
  )
  lifecycle.onStop('PostgreSQL', () => child.stop())
  const failed = child.ended.then(() => {
    throw new StartFailure(
      `PostgreSQL did not start: ${last}`,
      `See ${logFile}, or start over with "${options.resetCommand}".`,
    )
  })
  failed.catch(() => undefined)
  await Promise.race([isReady, failed])
  return child
}

/** npm loses the executable bit on some systems. */
function executable(quarters: Quarters, name: string): string {
  const file = path.join(quarters.program, 'bin', name)
  if (!existsSync(file)) {
    throw new StartFailure(
      `The program ${file} is missing.`,
      'Delete node_modules and run the command again.',
    )
  }
  if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755)
  return file
}
