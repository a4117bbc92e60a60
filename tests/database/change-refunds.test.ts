import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { changesOn, later } from './support/changes.ts'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, periodIn } from './support/rentals.ts'

/** What goes back when a paid booking becomes cheaper. */
const database = freshDatabase()
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

const slot = freeSlots(() => company)
const { change, undo } = changesOn(database, () => company.owner)

const refundOf = (changeId: string) =>
  database.asService(async (sql) => {
    const [row] = await sql`select public.refund_change(${company.companyId}, ${changeId})::int as amount`
    return row?.amount as number
  })
const refundedOf = (id: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select coalesce(sum(refunded_rappen), 0)::int as refunded from public.payments where reservation_id = ${id}`
    return row?.refunded as number
  })

/** A paid booking of six days made one day long: more is paid than it costs. */
async function shortened(wish: Record<string, JSONValue> = {}, caller: Caller = company.owner) {
  const place = { ...slot(), ...periodIn(400 + shortened.nth++ * 8, 6) }
  const booking = { ...(await bookAndPay(database, company, place)), ...place }
  const answer = await change(booking.id, { ends_at: later(booking.startsAt, 1), ...wish }, { caller })
  return { booking, plan: answer.changes[0] }
}
shortened.nth = 0

test('what is paid beyond the new price goes back when that was asked for, once, after the time to undo', async () => {
  const { booking, plan } = await shortened({ refund: true })
  expect(plan.refund_rappen).toBeGreaterThan(0)
  const [job] = await database.asPostgres(
    (sql) => sql`
      select run_at > now() + interval '9 minutes' as waits from public.outbox where topic = 'change.refund' and key = ${plan.change_id}`,
  )
  expect(job).toEqual({ waits: true })
  expect(await refundedOf(booking.id)).toBe(0)
  expect([await refundOf(plan.change_id), await refundOf(plan.change_id)]).toEqual([
    plan.refund_rappen,
    plan.refund_rappen,
  ])
  expect(await refundedOf(booking.id)).toBe(plan.refund_rappen)
})

test('an undone change gives nothing back, and a later one uses up what was paid', async () => {
  const { booking, plan } = await shortened({ refund: true })
  await undo(plan.change_id)
  expect(await refundOf(plan.change_id)).toBe(0)
  expect(await refundedOf(booking.id)).toBe(0)
  const other = await shortened({ refund: true })
  await change(other.booking.id, { ends_at: other.booking.endsAt })
  expect(await refundOf(other.plan.change_id)).toBe(0)
})

test('without being asked for nothing goes back, and whoever may not refund cannot ask', async () => {
  const { booking, plan } = await shortened()
  expect(await refundOf(plan.change_id)).toBe(0)
  expect(await refundedOf(booking.id)).toBe(0)
  const staff = await addMember(database, company.companyId, 'staff')
  expect(await refusalOf(shortened({ refund: true }, staff))).toMatchObject({ code: 'forbidden' })
})
