import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { startChild } from '../stack/child.ts'
import type { Instance } from '../stack/instance.ts'
import type { Part } from '../stack/part.ts'
import { databaseQuarters } from './account.ts'
import { executable, postgresFolder } from './binaries.ts'
import { createData, requireUsable, stopOrphan } from './data-folder.ts'

interface ClusterOptions {
  /** Tests may lose their data in a power cut; everybody else may not. */
  durable: boolean
  resetCommand: string
}

/** Deletes the instance's database, uploaded files and emulated payments. */
export async function removeData(instance: Instance): Promise<void> {
  const { folder } = databaseQuarters(instance, postgresFolder())
  const data = path.join(folder, 'postgres')
  await stopOrphan(data)
  for (const place of [data, path.join(instance.folder, 'storage')])
    rmSync(place, { recursive: true, force: true })
}

/** Makes the data folder on the first start, and checks it on every other. */
export async function prepareData(instance: Instance, resetCommand: string): Promise<void> {
  const quarters = databaseQuarters(instance, postgresFolder())
  const data = path.join(quarters.folder, 'postgres')
  await stopOrphan(data)
  if (existsSync(data)) requireUsable(data, resetCommand)
  else createData(quarters, data)
}

/** PostgreSQL as a part of the instance, on its data folder. */
export function clusterPart(instance: Instance, { durable, resetCommand }: ClusterOptions): Part {
  const quarters = databaseQuarters(instance, postgresFolder())
  const data = path.join(quarters.folder, 'postgres')
  const logFile = path.join(instance.folder, 'postgres.log')
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: durable ? 'on' : 'off',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return {
    name: 'PostgreSQL',
    logFile,
    wayOut: `Start over with "${resetCommand}" (deletes this instance's data).`,
    spawn: async () => {
      await stopOrphan(data)
      return startChild(
        executable(quarters.program, 'postgres'),
        ['-D', data, '-p', String(instance.ports.postgres), ...flags],
        {
          logFile,
          cwd: '/',
          account: quarters.account,
          // "Fast" shutdown: does not wait for clients to hang up.
          stopSignal: 'SIGINT',
          readyWhen: 'database system is ready to accept connections',
        },
      )
    },
  }
}
