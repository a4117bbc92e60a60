import { expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { RULES } from './catalogue-audit.ts'

const database = freshDatabase()

test.each(RULES)('$says', async ({ query }) => {
  const broken = await database.asPostgres((sql) => sql.unsafe(query))
  expect(broken.map(({ broken_by }) => broken_by)).toEqual([])
})
