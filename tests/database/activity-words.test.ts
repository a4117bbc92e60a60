import { expect, test } from 'vitest'
import { isShown, LOOKED_AT_TABLES, SHOWN_TABLES } from '@/lib/activity/rules'
import de from '@/messages/de/activity.json'
import en from '@/messages/en/activity.json'
import { freshDatabase } from './support/database.ts'

/** Nobody reads "expires at" in a German sentence: whatever the trail may tell of a change has a name. */
const database = freshDatabase()
const changing = SHOWN_TABLES.filter((table) => !LOOKED_AT_TABLES.includes(table))

test.each([
  ['de', de.columns],
  ['en', en.columns],
])('every column the trail shows has a name in %s', async (_, names) => {
  const rows = await database.asPostgres(
    (sql) => sql`
    select distinct column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = any(${changing}) order by 1`,
  )
  const shown = rows.map(({ name }) => name as string).filter(isShown)
  expect(shown.filter((column) => !(column in names))).toEqual([])
})
