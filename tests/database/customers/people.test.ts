import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from '../support/companies.ts'
import { type Caller, freshDatabase } from '../support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from '../support/fleet.ts'
import { refusalOf } from '../support/refusals.ts'
import {
  bookAndPay,
  bookOnSite,
  driver,
  handOver,
  newCustomer,
  periodIn,
  signatures,
  startPickup,
} from '../support/rentals.ts'
import { addCustomer, customerRow } from './support.ts'

const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Required<Pick<Caller, 'companyId' | 'userId'>>
let viewer: Caller

beforeAll(async () => {
  company = await foundRentalCompany(database, 'alpenmobil')
  other = await foundRentalCompany(database, 'glanzwerk')
  staff = await addMember(database, company.companyId, 'staff')
  viewer = await addMember(database, company.companyId, 'viewer')
})

const everything = {
  first_name: 'Nora',
  last_name: 'Näf',
  email: 'nora@naef.ch',
  phone: '+41791112233',
  canton: 'ZH',
  nationality: 'CH',
  id_document_kind: 'passport',
  id_document_number: 'X1234567',
  id_document_country: 'CH',
  id_document_expires_on: '2031-05-01',
  ahv_number: '756.9217.0769.85',
  tags: ['VIP', 'Velo'],
}

test('everything there is to know of a person is kept', async () => {
  const id = await addCustomer(database, staff, everything)
  const { id_document_expires_on: expires, ...rest } = everything
  expect(await customerRow(database, id)).toMatchObject({ ...rest, name: 'Nora Näf' })
  expect(expires).toBe('2031-05-01')
})

test.each([
  ['is_uid', 'CHE-100.155.212', true],
  ['is_uid', 'CHE-107.787.577', true],
  ['is_uid', 'CHE-113.690.319', true],
  ['is_uid', 'CHE-100.155.213', false],
  ['is_uid', 'CHE-000.000.010', false],
  ['is_ahv', '756.9217.0769.85', true],
  ['is_ahv', '756.9217.0769.84', false],
  ['is_ahv', '757.9217.0769.85', false],
])('%s(%s) is %s', async (check, number, expected) => {
  const [row] = await database.asPostgres((sql) => sql.unsafe(`select private.${check}($1) as it`, [number]))
  expect(row?.it).toBe(expected)
})

test.each<Record<string, JSONValue>>([
  { ahv_number: '756.9217.0769.84' },
  { uid_number: 'CHE-100.155.213', kind: 'firm', firm_name: 'X AG' },
  { phone: '079 123 45 67' },
  { id_document_kind: 'library_card' },
  { tags: 'VIP' },
  { custom: { shoe_size: '43' } },
])('what cannot be is refused as the customer’s: %j', async (wrong) => {
  const adding = addCustomer(database, staff, { ...newCustomer(), ...wrong })
  expect(await refusalOf(adding)).toMatchObject({ status: 422, code: 'invalid_input' })
})

test('values of own fields must fit what the company defined, and old values stay when a field is given up', async () => {
  const { companyId, owner } = company
  await database.as(
    owner,
    (sql) => sql`
    insert into public.custom_fields (company_id, key, names, kind, choices) values
      (${companyId}, 'size', '{"de": "Grösse"}', 'choice', '{S,M}'), (${companyId}, 'since', '{"de": "Seit"}', 'date', '{}'),
      (${companyId}, 'points', '{"de": "Punkte"}', 'number', '{}'), (${companyId}, 'pet', '{"de": "Haustier"}', 'yes_no', '{}')`,
  )
  const good = { size: 'S', since: '2026-01-31', points: 12.5, pet: true }
  const id = await addCustomer(database, staff, { ...newCustomer({ last_name: 'Feld' }), custom: good })
  for (const bad of [
    { size: 'XL' },
    { since: '2026-02-30' },
    { points: '12' },
    { pet: 'yes' },
    { size: null },
  ]) {
    const change = database.as(
      staff,
      (sql) => sql`update public.customers set custom = ${sql.json({ ...good, ...bad })} where id = ${id}`,
    )
    expect(await refusalOf(change)).toMatchObject({ code: 'invalid_input', details: { rule: 'custom' } })
  }
  await database.as(owner, (sql) => sql`update public.custom_fields set active = false where key = 'size'`)
  await database.as(
    staff,
    (sql) => sql`update public.customers set custom = custom || '{"points": 13}' where id = ${id}`,
  )
  expect((await customerRow(database, id))?.custom).toEqual({ ...good, points: 13 })
})

test('a licence is verified by a person and for what was seen: what is typed over it later is not', async () => {
  const id = await addCustomer(database, staff, newCustomer({ last_name: 'Fahrer' }))
  const [added] = await database.as(
    staff,
    (sql) => sql`
    insert into public.drivers (company_id, customer_id, first_name, last_name, licence_number, licence_since, licence_codes)
    values (${company.companyId}, ${id}, 'Urs', 'Fahrer', '999', '{"B": "2015-04-01"}', '{78,01.06}') returning id`,
  )
  const verified = async () => {
    const [row] = await database.asPostgres(
      (sql) => sql`select verified_at, verified_by from public.drivers where id = ${added?.id}`,
    )
    return row
  }
  await database.as(staff, (sql) => sql`select public.verify_driver(${added?.id})`)
  expect(await verified()).toMatchObject({ verified_by: staff.userId })
  await database.as(
    staff,
    (sql) => sql`update public.drivers set phone = '+41790000001' where id = ${added?.id}`,
  )
  expect((await verified())?.verified_at).not.toBeNull()
  await database.as(
    staff,
    (sql) => sql`update public.drivers set licence_number = '998' where id = ${added?.id}`,
  )
  expect(await verified()).toEqual({ verified_at: null, verified_by: null })
  const forge = database.as(
    staff,
    (sql) => sql`update public.drivers set verified_at = now() where id = ${added?.id}`,
  )
  expect(await refusalOf(forge)).toMatchObject({ status: 403 })
})

test('viewers and other companies change nothing and see nothing that is not theirs', async () => {
  const id = await addCustomer(database, staff, newCustomer({ last_name: 'Privat' }))
  const insert = (caller: Caller, companyId: string) =>
    database.as(
      caller,
      (sql) => sql`
      insert into public.customer_notes (company_id, customer_id, text) values (${companyId}, ${id}, 'x')`,
    )
  expect(await refusalOf(insert(viewer, company.companyId))).toMatchObject({ status: 403 })
  expect(await refusalOf(insert(other.owner, company.companyId))).toMatchObject({ status: 403 })
  expect(await refusalOf(insert(other.owner, other.companyId))).toMatchObject({ status: 409 })
  const seen = await database.as(other.owner, (sql) => sql`select id from public.customers where id = ${id}`)
  expect(seen).toHaveLength(0)
})

/** Blocks somebody and answers what they are told when they try again with other details. */
async function tryWhileBlocked(known: Record<string, string>, again: Record<string, string>, until?: string) {
  const customer = newCustomer(known)
  const id = await addCustomer(database, company.owner, customer)
  await database.as(
    company.owner,
    (sql) => sql`select public.set_customer_blocked(${id}, 'Schaden nicht bezahlt', ${until ?? null})`,
  )
  const wish = { ...customer, ...again }
  const { startsAt, endsAt } = periodIn(40)
  const attempt = (work: Promise<unknown>) => refusalOf(work).catch((error: Error) => error.message)
  const category = company.vehicles[0]?.categoryId ?? null
  const onSite = await attempt(
    database.asAnon((sql) =>
      bookOnSite(sql, company.slug, { startsAt, endsAt, categoryId: category, customer: wish }),
    ),
  )
  const atDesk = await attempt(
    database.as(
      staff,
      (sql) => sql`
      select public.create_reservation(${startsAt}, ${endsAt}, p_category_id => ${category}, p_customer => ${sql.json(wish)})`,
    ),
  )
  return { onSite, atDesk }
}

const elsewhere = { email: 'ganz.anders@example.ch', phone: '+41440000000', birth_date: '1971-01-01' }

test.each([
  ['another telephone', { last_name: 'Eins', email: 'eins@x.ch' }, { phone: '+41445556677' }],
  [
    'a tag in the e-mail',
    { last_name: 'Zwei', email: 'zwei@x.ch' },
    { ...elsewhere, email: 'Zwei+neu@X.ch' },
  ],
  [
    'dots at Google',
    { last_name: 'Drei', email: 'drei.d@gmail.com' },
    { ...elsewhere, email: 'dreid@googlemail.com' },
  ],
  [
    'another e-mail',
    { last_name: 'Müller', phone: '+41791110004' },
    { ...elsewhere, phone: '+41791110004', last_name: 'MUELLER' },
  ],
  [
    'the same birthday',
    { last_name: 'Fünf', birth_date: '1980-02-03' },
    { ...elsewhere, birth_date: '1980-02-03', last_name: 'Fuenf' },
  ],
])('a block is not evaded by %s: neutral on the site, plain at the desk', async (_, known, again) => {
  const { onSite, atDesk } = await tryWhileBlocked(known, again)
  expect(onSite).toEqual({ status: 409, code: 'booking_refused', details: {} })
  expect(atDesk).toMatchObject({ code: 'customer_blocked', details: { reason: 'Schaden nicht bezahlt' } })
})

test('a relative with the same telephone and another name books', async () => {
  const { onSite, atDesk } = await tryWhileBlocked(
    { last_name: 'Sechs', phone: '+41791110006' },
    { ...elsewhere, phone: '+41791110006', last_name: 'Keller', email: 'keller@example.ch' },
  )
  expect([onSite, atDesk]).toEqual(['It was allowed.', 'It was allowed.'])
})

test('a block ends with its last day by itself, and the sweep makes lists true', async () => {
  const id = await addCustomer(
    database,
    company.owner,
    newCustomer({ last_name: 'Bald', email: 'bald@x.ch' }),
  )
  const past = database.as(
    company.owner,
    (sql) => sql`select public.set_customer_blocked(${id}, 'Busse', '2020-01-01')`,
  )
  expect(await refusalOf(past)).toMatchObject({ code: 'invalid_input' })
  await database.as(
    company.owner,
    (sql) =>
      sql`select public.set_customer_blocked(${id}, 'Busse', (now() at time zone 'Europe/Zurich')::date)`,
  )
  const reserve = () => {
    const { startsAt, endsAt } = periodIn(60)
    return database.as(
      staff,
      (sql) => sql`
      select public.create_reservation(${startsAt}, ${endsAt}, p_category_id => ${company.vehicles[0]?.categoryId ?? null}, p_customer_id => ${id})`,
    )
  }
  expect(await refusalOf(reserve())).toMatchObject({ code: 'customer_blocked' })
  await database.asPostgres(
    (sql) => sql`update public.customers set blocked_until = current_date - 2 where id = ${id}`,
  )
  await reserve()
  await database.asService((sql) => sql`select public.lift_ended_blocks()`)
  expect(await customerRow(database, id)).toMatchObject({
    blocked_at: null,
    blocked_reason: null,
    blocked_until: null,
  })
})

test('only those who lead block', async () => {
  const id = await addCustomer(database, staff, newCustomer({ last_name: 'Sieben' }))
  const block = database.as(staff, (sql) => sql`select public.set_customer_blocked(${id}, 'Ärger')`)
  expect(await refusalOf(block)).toMatchObject({ status: 403 })
})

test('who drives again is one driver, brought up to date by the licence in hand', async () => {
  const customer = newCustomer({ last_name: 'Wieder' })
  const first = await bookAndPay(database, company, {
    ...periodIn(70),
    vehicleId: vehicleOf(company, 20).id,
    customer,
  })
  const second = await bookAndPay(database, company, {
    ...periodIn(80),
    vehicleId: vehicleOf(company, 21).id,
    customer,
  })
  await handOver(database, staff, first.id)
  await handOver(database, staff, second.id)
  const drivers = await database.asPostgres(
    (sql) => sql`
    select d.verified_by, d.licence_expires_on::text from public.drivers d join public.reservations r on r.customer_id = d.customer_id where r.id = ${first.id}`,
  )
  expect([...drivers]).toEqual([{ verified_by: staff.userId, licence_expires_on: driver.licence_expires_on }])
})

test('a licence that lapses, a birthday too late and a blocked driver stop the pickup', async () => {
  const booking = await bookAndPay(database, company, {
    ...periodIn(90),
    vehicleId: vehicleOf(company, 22).id,
    customer: newCustomer({ last_name: 'Abholer' }),
  })
  const blocked = await addCustomer(
    database,
    company.owner,
    newCustomer({ first_name: 'Karl', last_name: 'Krach', birth_date: '1985-05-05' }),
  )
  await database.as(company.owner, (sql) => sql`select public.set_customer_blocked(${blocked}, 'Raser')`)
  const pickUp = (by: Record<string, string>) =>
    database.as(staff, async (sql) => {
      const { handoverId, odometerKm } = await startPickup(sql, booking.id)
      await sql`
        select public.complete_pickup(${handoverId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100 })}, ${sql.json({ ...driver, ...by })},
          ${sql.json(signatures(staff.companyId))}, 'cash')`
    })
  expect(await refusalOf(pickUp({ licence_expires_on: '2026-12-01' }))).toMatchObject({
    code: 'licence_expired',
  })
  expect(await refusalOf(pickUp({ birth_date: '2015-01-01' }))).toMatchObject({ code: 'driver_too_young' })
  expect(
    await refusalOf(
      pickUp({ first_name: 'KARL', last_name: 'Krach', birth_date: '1985-05-05', licence_number: '777' }),
    ),
  ).toMatchObject({ code: 'customer_blocked', details: { reason: 'Raser', name: 'Karl Krach' } })
})
