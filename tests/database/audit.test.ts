import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookOnSite, periodIn } from './support/rentals.ts'

const database = freshDatabase()
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

test('a change keeps who, when, what before and after, and the request it came with', async () => {
  const vehicle = vehicleOf(company, 0).id
  await database.as(company.owner, async (sql) => {
    await sql`select set_config('request.headers', '{"x-request-id": "req-1"}', true)`
    await sql`update public.vehicles set color = 'Rot' where id = ${vehicle}`
  })
  const [entry] = await database.as(
    company.owner,
    (sql) => sql`
    select actor_user_id, actor_kind, action, before - 'color' as rest, before ? 'color' as colour_before, after, request_id
    from public.audit_log where record_id = ${vehicle} and action = 'update'`,
  )
  expect(entry).toEqual({
    actor_user_id: company.owner.userId,
    actor_kind: 'user',
    action: 'update',
    rest: {},
    colour_before: true,
    after: { color: 'Rot' },
    request_id: 'req-1',
  })
})

test('a change that changes nothing leaves no entry', async () => {
  const vehicle = vehicleOf(company, 1).id
  await database.as(
    company.owner,
    (sql) => sql`update public.vehicles set color = color where id = ${vehicle}`,
  )
  const entries = await database.as(
    company.owner,
    (sql) => sql`select 1 from public.audit_log where record_id = ${vehicle} and action = 'update'`,
  )
  expect(entries).toHaveLength(0)
})

test('what a customer does is the customer’s, and no secret is kept', async () => {
  const booking = await database.asAnon((sql) =>
    bookOnSite(sql, company.slug, { ...periodIn(5), vehicleId: vehicleOf(company, 2).id }),
  )
  const trail = await database.as(
    company.owner,
    (sql) => sql`
    select table_name, actor_kind, after from public.audit_log where after ->> 'id' = ${booking.id} or after ->> 'reservation_id' = ${booking.id}`,
  )
  expect(trail.map((row) => row.actor_kind)).toContain('customer')
  expect(trail.every((row) => row.actor_kind === 'customer')).toBe(true)
  expect(JSON.stringify(trail)).not.toMatch(new RegExp(`token_hash|${booking.token}`))
})

test('that a key box’s code was changed is told, but neither the old nor the new one', async () => {
  const trail = await database.as(company.owner, async (sql) => {
    const [location] = await sql`select id from public.locations limit 1`
    for (const code of ['8899', '4711', null])
      await sql`update public.locations set key_box_code = ${code} where id = ${location?.id}`
    return sql`
      select before, after from public.audit_log
      where record_id = ${location?.id} and action = 'update' and after ? 'key_box_code' order by id`
  })
  expect(JSON.stringify(trail)).not.toMatch(/8899|4711/)
  expect(trail.map(({ before, after }) => [before.key_box_code, after.key_box_code])).toEqual([
    [null, '••••'],
    ['••••', '••••'],
    ['••••', null],
  ])
})

test.each([
  'update public.audit_log set action = action',
  'delete from public.audit_log',
  'truncate public.audit_log',
])('the trail is append-only, even for the owner of the database: %s', async (statement) => {
  expect(await refusalOf(database.asPostgres((sql) => sql.unsafe(statement)))).toMatchObject({
    status: 403,
    code: 'append_only',
  })
})

test.each(['insert', 'update', 'delete'])('nobody who signs in may %s in the trail', async (verb) => {
  const statement = {
    insert: `insert into public.audit_log (company_id, actor_kind, table_name, record_id, action) values ('${company.companyId}', 'user', 'x', 'x', 'insert')`,
    update: 'update public.audit_log set action = action',
    delete: 'delete from public.audit_log',
  }[verb]
  const attempt = database.as(company.owner, (sql) => sql.unsafe(statement ?? ''))
  expect(await refusalOf(attempt)).toMatchObject({ status: 403 })
})

test('a technician, who sees own records only, does not read the company’s trail', async () => {
  const technician = await addMember(database, company.companyId, 'technician')
  expect(await database.as(technician, (sql) => sql`select 1 from public.audit_log`)).toHaveLength(0)
})
