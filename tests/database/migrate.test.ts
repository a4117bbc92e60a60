import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../infrastructure/local/database/migrate.ts'
import { freshDatabase } from './support/database.ts'

const database = freshDatabase()
let folder = ''
let sql: postgres.Sql

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'crms-migrations-'))
  sql = postgres(database.url, { max: 1, onnotice: () => undefined })
})
afterEach(async () => {
  await sql.end()
  rmSync(folder, { recursive: true })
})

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)

test('migrations are applied in order, once', async () => {
  write('20990101000002_second.sql', 'insert into public.numbers values (2)')
  write('20990101000001_first.sql', 'create table public.numbers (n int)')
  expect(await migrate(sql, folder)).toEqual(['20990101000001_first.sql', '20990101000002_second.sql'])
  expect(await migrate(sql, folder)).toEqual([])
  expect(await sql`select n from public.numbers`).toEqual([{ n: 2 }])
})

test('a migration that fails leaves nothing behind and names its line', async () => {
  write('20990102000001_broken.sql', 'create table public.halves (n int);\nselect nonsense;')
  await expect(migrate(sql, folder)).rejects.toThrow(/20990102000001_broken\.sql failed at line 2/)
  expect(await sql`select to_regclass('public.halves') as found`).toEqual([{ found: null }])
})

test('a migration that was changed afterwards is refused', async () => {
  write('20990103000001_once.sql', 'select 1')
  await migrate(sql, folder)
  write('20990103000001_once.sql', 'select 2')
  await expect(migrate(sql, folder)).rejects.toThrow(/was changed after this database ran it/)
})
