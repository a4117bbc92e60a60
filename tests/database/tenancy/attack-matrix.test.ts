import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { type Actor, gatherActors, ownerOf } from './actors.ts'
import { tryAll } from './attempts.ts'
import { isTenantRelation, relationsOf } from './catalogue.ts'
import { attackTables } from './table-attacks.ts'
import { makeTwoCompanies, type TwoCompanies } from './world.ts'

/** Tables × verbs × actors, generated from the catalogue: a table added tomorrow is attacked tomorrow. */
const database = freshDatabase()
let world: TwoCompanies
let actors: Actor[]

beforeAll(async () => {
  world = await makeTwoCompanies(database)
  actors = await gatherActors(database, world)
})

test('every table has something to steal, from both companies', async () => {
  const empty = await database.asPostgres(async (sql) => {
    const tables = (await relationsOf(sql)).filter(isTenantRelation)
    const found = await Promise.all(
      tables.map(async ({ name }) => {
        const rows = await sql.unsafe(
          `select distinct company_id from public.${name} where company_id is not null`,
        )
        return { name, companies: rows.length }
      }),
    )
    return found.filter(({ companies }) => companies < 2).map(({ name }) => name)
  })
  expect(empty).toEqual([])
})

test('owners see their own rows, so that seeing nothing means something', async () => {
  const blind = await database.asPostgres(async (sql) => {
    const attempts = (await relationsOf(sql)).filter(isTenantRelation).map(({ name }) => ({
      actor: ownerOf(world.theirs),
      describes: name,
      statement: `select company_id from public.${name} where company_id = '${world.theirs.companyId}'`,
    }))
    return (await tryAll(sql, attempts)).filter(({ rows }) => rows === 0).map(({ describes }) => describes)
  })
  // Machinery: readable by our own functions alone.
  expect(blind).toEqual([
    'access_links',
    'checkout_pages',
    'idempotency_keys',
    'invoice_links',
    'number_sequences',
    'webhook_events',
  ])
})

test('no actor gets through to another company’s rows, or to rows they have no right to', async () => {
  const { leaks, tried } = await database.asPostgres((sql) => attackTables(sql, world, actors))
  expect(tried).toBeGreaterThan(3000)
  expect(leaks).toEqual([])
})

test('stored files are sealed like rows', async () => {
  const file = (companyId: string) => `select 1 from storage.objects where name like '${companyId}/%'`
  const write = (companyId: string) =>
    `insert into storage.objects (bucket_id, name) values ('evidence', '${companyId}/handovers/${crypto.randomUUID()}.jpg')`
  const outcomes = await database.asPostgres((sql) =>
    tryAll(
      sql,
      actors.flatMap((actor) => [
        { actor, describes: 'reads their files', statement: file(world.theirs.companyId) },
        { actor, describes: 'stores a file of theirs', statement: write(world.theirs.companyId) },
        {
          actor,
          describes: 'renames their files',
          statement: `update storage.objects set name = 'x' where name like '${world.theirs.companyId}/%'`,
        },
        {
          actor,
          describes: 'deletes their files',
          statement: `delete from storage.objects where name like '${world.theirs.companyId}/%'`,
        },
        {
          actor,
          describes: 'stores a sealed document',
          statement: write(world.ours.companyId).replace('evidence', 'documents'),
        },
        {
          actor,
          describes: 'deletes our evidence',
          statement: `delete from storage.objects where name like '${world.ours.companyId}/%'`,
        },
      ]),
    ),
  )
  expect(
    outcomes.filter(({ rows }) => rows > 0).map(({ actor, describes }) => `${actor.name}: ${describes}`),
  ).toEqual([])
  const own = await database.as(world.ours.owner, (sql) => sql.unsafe(file(world.ours.companyId)))
  expect(own).toHaveLength(1)
})
