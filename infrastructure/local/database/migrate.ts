import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type postgres from 'postgres'
import { StartFailure } from '../stack/failure.ts'

/** Applies the migrations the database has not seen, in order, each in a transaction of its own; returns their names. */
export async function migrate(sql: postgres.Sql, folder: string): Promise<string[]> {
  await sql`create schema if not exists supabase_migrations`
  await sql`
    create table if not exists supabase_migrations.schema_migrations
      (version text primary key, statements text[], name text)`
  const seen = new Map(
    (await sql`select version, statements[1] as source from supabase_migrations.schema_migrations`).map(
      (row) => [row.version, row.source],
    ),
  )
  const applied: string[] = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(file) ?? []
    if (!version || !name) {
      throw new StartFailure(
        `The migration ${file} has no version in its name.`,
        'Name it YYYYMMDDHHMMSS_what_it_does.sql.',
      )
    }
    const source = readFileSync(path.join(folder, file), 'utf8')
    if (seen.has(version)) {
      if (seen.get(version) !== source) throw changedMigration(file)
      continue
    }
    await apply(sql, { file, version, name, source })
    applied.push(file)
  }
  return applied
}

async function apply(
  sql: postgres.Sql,
  migration: { file: string; version: string; name: string; source: string },
): Promise<void> {
  try {
    await sql.begin(async (transaction) => {
      await transaction.unsafe(migration.source)
      await transaction`
        insert into supabase_migrations.schema_migrations (version, statements, name)
        values (${migration.version}, ${[migration.source]}, ${migration.name})`
    })
  } catch (error) {
    throw new StartFailure(
      `The migration ${migration.file} failed${reasonOf(error, migration.source)}`,
      'Correct it and run the command again; nothing of it was kept.',
    )
  }
}

/** A database that ran another text than the file now holds is a database nobody else has. */
function changedMigration(file: string): StartFailure {
  return new StartFailure(
    `The migration ${file} was changed after this database ran it.`,
    'Start over with the command\'s "--reset" (deletes this instance\'s data), or put the change into a new migration.',
  )
}

function reasonOf(error: unknown, source: string): string {
  if (!(error instanceof Error)) return '.'
  const { position, where } = error as Error & { position?: string; where?: string }
  const line = position ? ` at line ${source.slice(0, Number(position)).split('\n').length}` : ''
  return `${line}: ${error.message}${where ? ` (${where.split('\n')[0]})` : ''}`
}
