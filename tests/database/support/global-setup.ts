import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrationsFingerprint, provision } from '../../../infrastructure/local/database/provision.ts'
import { describeInstance } from '../../../infrastructure/local/stack/instance.ts'
import { Lifecycle } from '../../../infrastructure/local/stack/lifecycle.ts'
import { startStack } from '../../../infrastructure/local/stack/start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Variables of the stack the tests run on. */
    stack: Record<string, string>
    /** A migrated, empty database to make copies of. */
    template: string
  }
}

/** Several test projects in one run share the stack and its template. */
const shared = globalThis as typeof globalThis & {
  crmsTestStack?: Promise<SharedStack>
  crmsTestUsers?: number
}

interface SharedStack {
  variables: Record<string, string>
  template: string
  stop(): Promise<void>
}

/** Uses the stack that `CRMS_ENV_FILE` names, else starts one for this run alone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.crmsTestStack ??= startShared()
  shared.crmsTestUsers = (shared.crmsTestUsers ?? 0) + 1
  const stack = await shared.crmsTestStack
  project.provide('stack', stack.variables)
  project.provide('template', stack.template)
  return async () => {
    shared.crmsTestUsers = (shared.crmsTestUsers ?? 1) - 1
    if (shared.crmsTestUsers === 0) await stack.stop()
  }
}

async function startShared(): Promise<SharedStack> {
  const lifecycle = new Lifecycle()
  const envFile = process.env.CRMS_ENV_FILE ?? (await startOwnStack(lifecycle))
  const variables = parseEnv(readFileSync(envFile, 'utf8')) as Record<string, string>
  try {
    const template = await prepareTemplate(variables.DATABASE_URL ?? '')
    return { variables, template, stop: () => lifecycle.stop() }
  } catch (error) {
    await lifecycle.stop()
    throw error
  }
}

async function startOwnStack(lifecycle: Lifecycle): Promise<string> {
  lifecycle.stopOnSignals(() => void lifecycle.stop())
  const instance = describeInstance({ name: 'test', offset: 1 })
  const options = { reset: true, resetCommand: 'npm test', durable: false, withApp: false }
  return (await startStack(instance, options, lifecycle)).envFile
}

/** One template per text of the migrations: made once, copied in milliseconds. */
async function prepareTemplate(databaseUrl: string): Promise<string> {
  const name = `template_${migrationsFingerprint()}`
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  try {
    const [found] = await sql`select datistemplate as finished from pg_database where datname = ${name}`
    if (found?.finished) return name
    if (found) await sql`drop database ${sql(name)} with (force)`
    await sql`create database ${sql(name)}`
    await provision(databaseUrl.replace(/[^/]+$/, name))
    await sql`alter database ${sql(name)} with is_template true`
    return name
  } finally {
    await sql.end()
  }
}
