import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAtDesk, handOver, takeBack } from './support/rentals.ts'

/** That staff are on their way: told once for a pickup and once for a return, and only while it is true. */
const database = freshDatabase()
const MINUTE = 60_000
let company: RentalCompany
let staff: Caller
beforeAll(async () => {
  company = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})
const slot = freeSlots(() => company)
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString()

const announce = (id: string, handover: string, arrivesAt = inMinutes(20), by = staff) =>
  database.as(
    by,
    (sql) => sql`select public.announce_arrival(${id}, ${handover}, ${arrivesAt}::text::timestamptz)`,
  )
const told = (id: string) =>
  database.asPostgres(
    (sql) =>
      sql`select topic, payload ->> 'handover' as handover from public.outbox where payload ->> 'reservation_id' = ${id} and topic like '%on_the_way' order by handover, topic`,
  )
const facts = (id: string, handover: string, arrivesAt = inMinutes(20)) =>
  database.asService(
    async (sql) =>
      (
        await sql`select public.arrival_facts(${company.companyId}, ${id}, ${handover}, ${arrivesAt}::text::timestamptz) as it`
      )[0]?.it,
  )
/** What every phone of the company is told. */
const seen = async (id: string, by = company.owner) => [
  ...(await database.as(
    by,
    (sql) =>
      sql`select handover, told_by from public.arrivals where reservation_id = ${id} order by created_at`,
  )),
]
const both = (handover: string) => [
  { topic: 'mail.on_the_way', handover },
  { topic: 'sms.on_the_way', handover },
]

test('a pickup and a return are each announced once, however many say so', async () => {
  const { id } = await bookAtDesk(database, company.owner, slot())
  await Promise.all([10, 20, 45].map((minutes) => announce(id, 'pickup', inMinutes(minutes))))
  await announce(id, 'pickup')
  expect([...(await told(id))]).toEqual(both('pickup'))
  expect(await seen(id)).toEqual([{ handover: 'pickup', told_by: staff.userId }])
  await database.as(
    company.owner,
    (sql) => sql`update public.locations set phone = '+41435550120' where company_id = ${company.companyId}`,
  )
  expect(await facts(id, 'pickup')).toMatchObject({
    id,
    arrives_at: expect.any(String),
    pickup_location: { phone: '+41435550120' },
  })
  // Nobody waits for a return that has not begun.
  await announce(id, 'return')
  expect(await told(id)).toHaveLength(2)

  const pickup = await handOver(database, company.owner, id)
  expect(await facts(id, 'pickup')).toBeNull()
  await announce(id, 'return')
  await announce(id, 'return')
  expect([...(await told(id))]).toEqual([...both('pickup'), ...both('return')])
  expect((await seen(id)).map(({ handover }) => handover)).toEqual(['pickup', 'return'])
  expect(await facts(id, 'return')).toMatchObject({ id })
  await takeBack(database, company.owner, pickup)
  expect(await facts(id, 'return')).toBeNull()
})

test('what a phone brings when the arrival is over is not told, and not refused either', async () => {
  const { id } = await bookAtDesk(database, company.owner, slot())
  for (const arrivesAt of [inMinutes(-1), inMinutes(7 * 60)]) await announce(id, 'pickup', arrivesAt)
  expect(await told(id)).toHaveLength(0)
  expect(await seen(id)).toEqual([])
  expect(await facts(id, 'pickup', inMinutes(-1))).toBeNull()
})

test('another company, and who performs no handovers, announces nothing; nonsense is refused', async () => {
  const { id } = await bookAtDesk(database, company.owner, slot())
  const other = await foundRentalCompany(database)
  expect(await refusalOf(announce(id, 'pickup', inMinutes(20), other.owner))).toMatchObject({
    code: 'not_found',
  })
  const viewer = await addMember(database, company.companyId, 'viewer')
  expect(await refusalOf(announce(id, 'pickup', inMinutes(20), viewer))).toMatchObject({ status: 403 })
  expect(await refusalOf(announce(id, 'exchange'))).toMatchObject({ code: 'invalid_input' })
  expect(await refusalOf(announce(id, 'pickup', 'infinity'))).toMatchObject({ code: 'invalid_input' })
  expect(await told(id)).toHaveLength(0)
  await announce(id, 'pickup')
  expect(await seen(id)).toHaveLength(1)
  expect(await seen(id, other.owner)).toEqual([])
  expect(await seen(id, viewer)).toEqual([])
})
