import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parseEnv } from 'node:util'
import postgres from 'postgres'
import { databaseUrl, type Instance, instanceAt } from '../stack/instance.ts'
import type { Lifecycle } from '../stack/lifecycle.ts'
import { lockInstance } from '../stack/lock.ts'
import { runPart } from '../stack/part.ts'
import { anyFreePort } from '../stack/ports.ts'
import { clusterPart, prepareData, removeData } from './cluster.ts'
import { provision } from './provision.ts'

/**
 * A fresh, migrated database for one look at it, gone when the command ends: on the stack that
 * `CRMS_ENV_FILE` names, else on a server of its own.
 */
export async function scratchDatabase(lifecycle: Lifecycle): Promise<string> {
  const server = await serverUrl(lifecycle)
  const name = `scratch_${randomUUID().replaceAll('-', '')}`
  await administrate(server, (sql) => sql`create database ${sql(name)}`)
  lifecycle.onStop('scratch database', () =>
    administrate(server, (sql) => sql`drop database ${sql(name)} with (force)`),
  )
  const url = server.replace(/[^/]+$/, name)
  await provision(url)
  return url
}

async function serverUrl(lifecycle: Lifecycle): Promise<string> {
  const envFile = process.env.CRMS_ENV_FILE
  if (envFile) return parseEnv(readFileSync(envFile, 'utf8')).DATABASE_URL ?? ''
  const instance = scratchInstance(await anyFreePort())
  const options = { durable: false, resetCommand: `rm -r ${instance.folder}` }
  lifecycle.onStop('lock', lockInstance(instance))
  await removeData(instance)
  await prepareData(instance, options.resetCommand)
  await runPart(clusterPart(instance, options), lifecycle)
  return instance.databaseUrl
}

/** Its data are deleted without asking, so its name is one that `CRMS_STACK` cannot give to an instance. */
export function scratchInstance(port: number): Instance {
  const { ports, ...instance } = instanceAt('_scratch', 0)
  return {
    ...instance,
    ports: { ...ports, postgres: port },
    databaseUrl: databaseUrl(port, 'postgres'),
  }
}

async function administrate(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
