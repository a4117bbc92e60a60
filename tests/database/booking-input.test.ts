import { randomUUID } from 'node:crypto'
import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookOnSite, newCustomer, periodIn } from './support/rentals.ts'

/** What people and programs send that is no booking: each is refused by a code, and nothing is stored. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
})

const book = (wish: Record<string, unknown>) =>
  database.asAnon((sql) =>
    bookOnSite(sql, company.slug, { ...periodIn(10), vehicleId: vehicleOf(company, 0).id, ...wish }),
  )

test.each<[string, number, string, Record<string, unknown>]>([
  ['no vehicle and no category', 422, 'invalid_input', { vehicleId: null }],
  ['an unknown vehicle', 404, 'not_found', { vehicleId: randomUUID() }],
  ['an unknown category', 404, 'not_found', { vehicleId: null, categoryId: randomUUID() }],
  ['a driver of fifteen', 422, 'driver_too_young', { customer: newCustomer({ birth_date: '2015-01-01' }) }],
  [
    'a birth date that is none',
    422,
    'invalid_input',
    { customer: newCustomer({ birth_date: '31.02.1990' }) },
  ],
  ['a name of spaces', 422, 'invalid_input', { customer: newCustomer({ last_name: '  ' }) }],
  [
    'a name with a line break',
    422,
    'invalid_input',
    { customer: newCustomer({ last_name: 'A\r\nBcc: b@c.ch' }) },
  ],
  ['a name of a megabyte', 422, 'invalid_input', { customer: newCustomer({ first_name: 'x'.repeat(1e6) }) }],
  ['a list instead of a name', 422, 'invalid_input', { customer: newCustomer({ last_name: ['A'] }) }],
  ['no e-mail', 422, 'invalid_input', { customer: newCustomer({ email: null }) }],
  ['no customer', 422, 'invalid_input', { customer: null }],
  ['a list instead of a customer', 422, 'invalid_input', { customer: [] }],
  [
    'an extra that does not exist',
    422,
    'invalid_extra',
    { extras: [{ extra_id: randomUUID(), quantity: 1 }] },
  ],
  ['an extra that is no id', 422, 'invalid_extra', { extras: [{ extra_id: "'; drop", quantity: 1 }] }],
  ['an object instead of extras', 422, 'invalid_extra', { extras: { extra_id: 1 } }],
  ['a price in the extras', 422, 'invalid_extra', { extras: [{ price_rappen: 1 }] }],
  ['a language we do not speak', 422, 'invalid_input', { locale: 'xx' }],
  ['a key of 300 characters', 422, 'invalid_input', { key: 'k'.repeat(300) }],
  ['the year 9999', 422, 'invalid_period', { startsAt: '9999-01-01', endsAt: '9999-01-05' }],
  ['a period that ends before it starts', 422, 'invalid_period', { endsAt: new Date().toISOString() }],
  ['eternity', 422, 'invalid_period', { endsAt: 'infinity' }],
  [
    'seven minutes past',
    422,
    'time_step',
    { startsAt: periodIn(20).startsAt.replace(':00:00.', ':07:00.'), endsAt: periodIn(22).startsAt },
  ],
  [
    'a second past',
    422,
    'time_step',
    { startsAt: periodIn(20).startsAt, endsAt: periodIn(22).startsAt.replace(':00:00.', ':00:01.') },
  ],
  ['yesterday', 422, 'period_in_past', { startsAt: periodIn(-3).startsAt }],
])('a booking is refused: %s', async (_, status, code, wish) => {
  expect(await refusalOf(book(wish))).toMatchObject({ status, code })
})

test.each([0, -1, 4, 1.5, 1e30, null, 'two'])('an extra in the quantity %s is refused', async (quantity) => {
  const extras = [{ extra_id: company.extras.child_seat, quantity }] as JSONValue
  expect(await refusalOf(book({ extras }))).toMatchObject({
    code: 'invalid_extra',
  })
})

test('the same extra twice is refused, however its id is written', async () => {
  const id = company.extras.child_seat
  const extras = [
    { extra_id: id, quantity: 1 },
    { extra_id: id.toUpperCase(), quantity: 1 },
  ]
  expect(await refusalOf(book({ extras }))).toMatchObject({
    code: 'invalid_extra',
  })
})

test('a pickup at another company’s branch is refused like one that does not exist', async () => {
  const [branch] = await database.as(other.owner, (sql) => sql`select id from public.locations limit 1`)
  const { startsAt, endsAt } = periodIn(10)
  const at = (location: string) =>
    refusalOf(
      database.as(
        company.owner,
        (sql) => sql`
        select public.create_reservation(${startsAt}, ${endsAt}, ${vehicleOf(company, 0).id}, p_customer => ${sql.json(newCustomer())},
          p_pickup_location_id => ${location})`,
      ),
    )
  expect(await at(branch?.id)).toEqual(await at(randomUUID()))
})

test('nothing of all this was stored', async () => {
  const [row] = await database.asPostgres(
    (sql) => sql`
    select (select count(*)::int from public.reservations) + (select count(*)::int from public.customers)
      + (select count(*)::int from public.allocations) + (select count(*)::int from public.idempotency_keys) as stored`,
  )
  expect(row?.stored).toBe(0)
})
