import { readFileSync } from 'node:fs'
import path from 'node:path'
import { getAuthSchemaSql, getStorageSchemaSql, SUPABASE_AUTH_HELPERS_SQL } from '@supabase/lite'
import postgres from 'postgres'
import { projectRoot } from '../stack/instance.ts'
import { migrate } from './migrate.ts'

/** The migrations of the product. */
export const migrationsFolder = path.join(projectRoot, 'supabase/migrations')

/** Brings a database to what the application expects: Supabase's own schemas first, then our migrations. */
export async function provision(databaseUrl: string, folder = migrationsFolder): Promise<string[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql.unsafe(getAuthSchemaSql())
    await sql.unsafe(SUPABASE_AUTH_HELPERS_SQL)
    await sql.unsafe(getStorageSchemaSql())
    await sql.unsafe(readFileSync(path.join(import.meta.dirname, 'base.sql'), 'utf8'))
    return await migrate(sql, folder)
  } finally {
    await sql.end()
  }
}
