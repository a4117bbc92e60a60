import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { getAuthSchemaSql, getStorageSchemaSql, SUPABASE_AUTH_HELPERS_SQL } from '@supabase/lite'
import postgres from 'postgres'
import { projectRoot } from '../stack/instance.ts'
import { migrate } from './migrate.ts'

const migrationsFolder = path.join(projectRoot, 'supabase/migrations')
const baseFile = path.join(import.meta.dirname, 'base.sql')

/** Brings a database to what the application expects: Supabase's own schemas first, then our migrations. */
export async function provision(databaseUrl: string, folder = migrationsFolder): Promise<string[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql.unsafe(getAuthSchemaSql())
    await sql.unsafe(SUPABASE_AUTH_HELPERS_SQL)
    await sql.unsafe(getStorageSchemaSql())
    await sql.unsafe(readFileSync(baseFile, 'utf8'))
    return await migrate(sql, folder)
  } finally {
    await sql.end()
  }
}

/** Changes when anything a fresh database is made of changes. */
export function migrationsFingerprint(): string {
  const migrations = readdirSync(migrationsFolder)
    .sort()
    .map((name) => path.join(migrationsFolder, name))
  const hash = createHash('sha256')
  for (const file of [baseFile, ...migrations]) hash.update(`${file}\0`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}
