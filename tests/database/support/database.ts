import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, inject } from 'vitest'

/** SQL inside a transaction that runs as somebody. */
export type Sql = postgres.TransactionSql
type Work<Result> = (sql: Sql) => Promise<Result>

/** Who asks, and which company the token selects. */
export interface Caller {
  userId: string
  companyId?: string
  /** Further claims, or wrong ones. */
  claims?: Record<string, unknown>
}

/** A database of the test file's own, reached as every role that exists in production. */
export interface TestDatabase {
  readonly url: string
  /** As a signed-in user, with the claims the token would carry. */
  as<Result>(caller: Caller, work: Work<Result>): Promise<Result>
  /** As a visitor without a token. */
  asAnon<Result>(work: Work<Result>): Promise<Result>
  /** As the holder of the secret key: row-level security does not apply. */
  asService<Result>(work: Work<Result>): Promise<Result>
  /** As the owner of everything; also for looking at the catalogue. */
  asPostgres<Result>(work: Work<Result>): Promise<Result>
  /** Writes down what is where, as the server does by itself after a while: afterwards an index can answer alone. */
  vacuum(table: string): Promise<void>
  /** A person who can log in; answers the user's id. */
  createUser(email?: string): Promise<string>
}

/**
 * Gives the test file a fresh, migrated, empty database, and removes it afterwards. Each `as…` call is
 * one transaction that commits, or rolls back when the work throws.
 */
export function freshDatabase(): TestDatabase {
  let connection: postgres.Sql | undefined
  let url = ''

  beforeAll(async () => {
    const name = `test_${randomUUID().replaceAll('-', '')}`
    url = (inject('stack').DATABASE_URL ?? '').replace(/[^/]+$/, name)
    await administrate((sql) => sql`create database ${sql(name)} template ${sql(inject('template'))}`)
    connection = postgres(url, { max: 40, idle_timeout: 5, onnotice: () => undefined })
  })
  afterAll(async () => {
    await connection?.end({ timeout: 2 })
    await administrate(
      (sql) => sql`drop database if exists ${sql(new URL(url).pathname.slice(1))} with (force)`,
    )
  })

  const begin = async <Result>(role: string, claims: Record<string, unknown>, work: Work<Result>) => {
    if (!connection) throw new Error('The database exists inside tests and hooks only.')
    return connection.begin(async (sql) => {
      await sql`select set_config('role', ${role}, true), set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`
      return work(sql)
    }) as Promise<Result>
  }
  return {
    get url() {
      return url
    },
    as: ({ userId, companyId, claims }, work) =>
      begin('authenticated', { role: 'authenticated', sub: userId, company_id: companyId, ...claims }, work),
    asAnon: (work) => begin('anon', { role: 'anon' }, work),
    asService: (work) => begin('service_role', { role: 'service_role' }, work),
    asPostgres: (work) => begin('postgres', {}, work),
    async vacuum(table) {
      if (!connection) throw new Error('The database exists inside tests and hooks only.')
      // Of a few dead rows it would leave the index as it is, and the page unmarked.
      await connection.unsafe(`vacuum (analyze, index_cleanup on) ${table}`)
    },
    async createUser(email = `${randomUUID()}@example.test`) {
      const id = randomUUID()
      await begin('postgres', {}, (sql) => sql`insert into auth.users (id, email) values (${id}, ${email})`)
      return id
    },
  }
}

async function administrate(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject('stack').DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
