import { beforeAll, expect, test } from 'vitest'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { bookAtDesk } from './support/rentals.ts'

/** The code of a key box is for whoever needs it, when they need it, and for nobody else. */
const database = freshDatabase()
let company: RentalCompany
let nth = 0

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

const HOUR = 3_600_000
const setHours = (hours: Record<string, [string, string]>, keyBox = true) =>
  database.as(
    company.owner,
    (sql) => sql`
      update public.locations set opening_hours = ${sql.json(hours)}, key_box = ${keyBox}, key_box_code = '4711', key_box_instructions = 'Links vom Tor'`,
  )
const ALWAYS = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [
    day,
    ['00:00', '23:59'] as [string, string],
  ]),
)

/** A confirmed reservation that begins in so many hours. */
const bookIn = (hours: number) =>
  bookAtDesk(database, company.owner, {
    startsAt: new Date(Date.now() + hours * HOUR).toISOString(),
    endsAt: new Date(Date.now() + (hours + 20) * HOUR).toISOString(),
    vehicleId: vehicleOf(company, nth++).id,
  })
const boxOf = ({ id }: { id: string }) =>
  database.asService(async (sql) => {
    const [row] = await sql`select public.reservation_facts(${company.companyId}, ${id}) -> 'key_box' as box`
    return row?.box
  })
const announced = async ({ id }: { id: string }) => {
  await database.asService((sql) => sql`select public.announce_key_boxes()`)
  return database.asPostgres(async (sql) => {
    const rows = await sql`
      select topic from public.outbox where topic like '%.key_box' and payload ->> 'reservation_id' = ${id} order by topic`
    return rows.map(({ topic }) => topic)
  })
}

test('a day before an unattended pickup the code is told, once by mail and once as a short message', async () => {
  await setHours({})
  const soon = await bookIn(10)
  expect(await boxOf(soon)).toMatchObject({ code: '4711', instructions: 'Links vom Tor' })
  expect(await announced(soon)).toEqual(['mail.key_box', 'sms.key_box'])
  expect(await announced(soon)).toHaveLength(2)
  await database.as(company.owner, (sql) => sql`update public.locations set key_box_code = '0815'`)
  expect(await announced(soon)).toHaveLength(4)
})

test('not earlier, not where somebody is there, not without a box, not once it is cancelled', async () => {
  await setHours({})
  const later = await bookIn(40)
  expect([await boxOf(later), await announced(later)]).toEqual([null, []])
  const soon = await bookIn(12)
  await setHours(ALWAYS)
  expect([await boxOf(soon), await announced(soon)]).toEqual([null, []])
  await setHours({}, false)
  expect([await boxOf(soon), await announced(soon)]).toEqual([null, []])
  await setHours({})
  await database.as(company.owner, (sql) => sql`select public.cancel_reservation(${soon.id})`)
  expect([await boxOf(soon), await announced(soon)]).toEqual([null, []])
})

test('an open booking deposit keeps it back', async () => {
  await setHours({})
  const soon = await bookIn(14)
  await database.asPostgres(
    (sql) => sql`
      insert into public.payments (company_id, customer_id, reservation_id, purpose, method, amount_rappen, currency)
      select company_id, customer_id, id, 'booking_deposit', 'card', 5000, 'CHF' from public.reservations where id = ${soon.id}`,
  )
  expect([await boxOf(soon), await announced(soon)]).toEqual([null, []])
})

const stateFor = async (caller: Caller, { id }: { id: string }) => {
  const [row] = await database.as(
    caller,
    (sql) => sql`select state from public.list_key_boxes(${[id]}::uuid[])`,
  )
  return row?.state ?? null
}

test('who has not checked in is not told, and the team sees why', async () => {
  await setHours({})
  const soon = await bookIn(16)
  const far = await bookIn(60)
  expect(await stateFor(company.owner, soon)).toBe('told')
  expect(await stateFor(company.owner, far)).toBe('later')
  await database.as(
    company.owner,
    (sql) => sql`
      select public.save_form(${sql.json({ de: 'Check-in' })}, ${sql.json([
        { key: 'flight', kind: 'text', labels: { de: 'Flug' }, required: false },
      ])})`,
  )
  expect([await stateFor(company.owner, soon), await boxOf(soon)]).toEqual(['checkin', null])
  const token = await database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.private_link(${soon.id}) ->> 'token' as token`
    return row?.token as string
  })
  const save = (submits: boolean) =>
    database.asAnon(
      (sql) => sql`select public.save_checkin_by_token(${company.slug}, ${token}, '{}', ${submits})`,
    )
  await save(false)
  expect([await stateFor(company.owner, soon), await announced(soon)]).toEqual(['checkin', []])
  await save(true)
  expect(await stateFor(company.owner, soon)).toBe('told')
  expect(await announced(soon)).toEqual(['mail.key_box', 'sms.key_box'])
  await setHours(ALWAYS)
  expect(await stateFor(company.owner, soon)).toBeNull()
})

test('another company learns nothing of a pickup', async () => {
  await setHours({})
  const soon = await bookIn(18)
  const other = await foundRentalCompany(database)
  expect(await stateFor(other.owner, soon)).toBeNull()
})
