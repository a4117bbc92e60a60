import path from 'node:path'
import process from 'node:process'
import { StartFailure } from './failure.ts'

/** The project's root folder. */
export const projectRoot = path.resolve(import.meta.dirname, '../../..')

/** One running copy of the whole stack: its own ports, its own folder, beside any number of others. */
export interface Instance {
  name: string
  offset: number
  /** Everything it writes: database, uploaded files, keys, logs. */
  folder: string
  ports: { app: number; gateway: number; postgres: number; emulators: number }
  appUrl: string
  gatewayUrl: string
  databaseUrl: string
  /** Folder of its build, so that instances do not build over each other. */
  buildFolder: string
}

/** Describes the instance that `CRMS_STACK` and `CRMS_STACK_OFFSET` name, else the given default. */
export function describeInstance(fallback: { name: string; offset: number }): Instance {
  const name = process.env.CRMS_STACK ?? fallback.name
  const offset = Number(process.env.CRMS_STACK_OFFSET ?? fallback.offset)
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(name) || !Number.isInteger(offset) || offset < 0 || offset > 9) {
    throw new StartFailure(
      `CRMS_STACK=${name} with CRMS_STACK_OFFSET=${offset} names no instance.`,
      'Use a lower-case name and an offset from 0 to 9.',
    )
  }
  return instanceAt(name, offset)
}

/** The instance of this name and offset, whatever the environment says. */
export function instanceAt(name: string, offset: number): Instance {
  const ports = {
    app: 3000 + 100 * offset,
    gateway: 54321 + 1000 * offset,
    postgres: 54322 + 1000 * offset,
    emulators: 4400 + 100 * offset,
  }
  return {
    name,
    offset,
    folder: path.join(projectRoot, '.local', name),
    ports,
    appUrl: `http://localhost:${ports.app}`,
    gatewayUrl: `http://127.0.0.1:${ports.gateway}`,
    databaseUrl: databaseUrl(ports.postgres, 'postgres'),
    buildFolder: name === 'demo' ? '.next' : `.next-${name}`,
  }
}

/** Address of one database on the local cluster, as its owner. */
export function databaseUrl(port: number, database: string): string {
  return `postgresql://postgres:postgres@127.0.0.1:${port}/${database}`
}
