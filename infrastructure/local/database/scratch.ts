import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { parseEnv } from 'node:util'
import postgres from 'postgres'
import { describeInstance } from '../stack/instance.ts'
import type { Lifecycle } from '../stack/lifecycle.ts'
import { runPart } from '../stack/part.ts'
import { requireFreePorts } from '../stack/ports.ts'
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
  const instance = describeInstance({ name: 'scratch', offset: 9 })
  const options = { durable: false, resetCommand: 'rm -r .local/scratch' }
  await removeData(instance)
  await prepareData(instance, options.resetCommand)
  await requireFreePorts(instance, { PostgreSQL: instance.ports.postgres })
  await runPart(clusterPart(instance, options), lifecycle)
  return instance.databaseUrl
}

async function administrate(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
