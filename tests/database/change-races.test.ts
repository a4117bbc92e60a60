import { afterEach, beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { readRefusal } from './support/refusals.ts'
import { bookAndPay, bookOnSite } from './support/rentals.ts'

/** Staff change bookings while others do: nobody is let in twice, nothing is lost, no deadlock reaches anybody. */
const database = freshDatabase()
let company: RentalCompany
let staff: Caller

beforeAll(async () => {
  company = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

afterEach(async () => {
  const [row] = await database.asPostgres(
    (sql) => sql`
    select count(*)::int as overlaps from public.allocations a join public.allocations b
      on a.company_id = b.company_id and a.resource_id = b.resource_id and a.id < b.id and a.active and b.active and a.period && b.period`,
  )
  expect(row).toEqual({ overlaps: 0 })
})

const slot = freeSlots(() => company)
const rounds = Array.from({ length: 12 }, (_, nth) => nth)
type Slot = ReturnType<typeof slot>

const paid = async () => {
  const place = slot()
  return { ...place, id: (await bookAndPay(database, company, place)).id }
}
const moveTo = (id: string, place: Slot, version: number | null = null) =>
  database.as(
    staff,
    (sql) => sql`
      select public.change_reservation(${id}, ${sql.json({ vehicle_id: place.vehicleId, starts_at: place.startsAt, ends_at: place.endsAt })}, ${version})`,
  )
const book = (place: Slot) => database.asAnon((sql) => bookOnSite(sql, company.slug, place))

async function outcomesOf(work: Promise<unknown>[]): Promise<Record<string, number>> {
  const tally: Record<string, number> = {}
  for (const result of await Promise.allSettled(work)) {
    const outcome =
      result.status === 'fulfilled'
        ? 'ok'
        : (readRefusal(result.reason)?.code ?? String(result.reason.message))
    tally[outcome] = (tally[outcome] ?? 0) + 1
  }
  return tally
}

test('staff drag a booking where a customer books at the same moment: one of them has it', async () => {
  for (const _ of rounds) {
    const [mine, place] = [await paid(), slot()]
    const crowd = Array.from({ length: 5 }, () => book(place))
    expect(await outcomesOf([moveTo(mine.id, place), ...crowd])).toEqual({ ok: 1, not_available: 5 })
  }
})

test('two people edit what both have seen: one does, the other is told', async () => {
  for (const _ of rounds) {
    const mine = await paid()
    const [row] = await database.asPostgres(
      (sql) => sql`select version from public.reservations where id = ${mine.id}`,
    )
    const edits = [slot(), slot()].map((place) => moveTo(mine.id, place, row?.version))
    expect(await outcomesOf(edits)).toEqual({ ok: 1, changed_meanwhile: 1 })
  }
})

test('the same two bookings swapped from both sides, again and again: an even number of times is as before', async () => {
  const [a, b] = [await paid(), await paid()]
  const swap = (one: string, other: string) =>
    database.as(staff, (sql) => sql`select public.swap_reservations(${one}, ${other})`)
  for (const _ of rounds) {
    const crowd = Array.from({ length: 4 }, (_, nth) => (nth % 2 ? swap(a.id, b.id) : swap(b.id, a.id)))
    const tally = await outcomesOf(crowd)
    expect(tally).toEqual({ ok: 4 })
  }
  const [row] = await database.asPostgres(
    (sql) =>
      sql`select a.vehicle_id as a, b.vehicle_id as b from public.reservations a, public.reservations b where a.id = ${a.id} and b.id = ${b.id}`,
  )
  expect(row).toEqual({ a: a.vehicleId, b: b.vehicleId })
})

test('a swap that is sent again with its key has happened once', async () => {
  const [a, b] = [await paid(), await paid()]
  const swap = () =>
    database.as(
      staff,
      (sql) => sql`select public.swap_reservations(${a.id}, ${b.id}, p_idempotency_key => 'swap-once-1')`,
    )
  expect(await outcomesOf([swap(), swap(), swap()])).toEqual({ ok: 3 })
  const [row] = await database.asPostgres(
    (sql) => sql`select vehicle_id from public.reservations where id = ${a.id}`,
  )
  expect(row?.vehicle_id).toBe(b.vehicleId)
})

test('bookings dragged onto each other and around in a ring: answers only, no deadlock', async () => {
  const ring = [await paid(), await paid(), await paid()]
  const turn = rounds.flatMap(() =>
    ring.map((one, nth) => moveTo(one.id, ring[(nth + 1) % ring.length] as Slot)),
  )
  const tally = await outcomesOf(turn)
  expect(Object.keys(tally).filter((outcome) => outcome !== 'ok')).toEqual(['not_available'])
})

test('undoing while the old place is booked: either it is back or somebody else has it', async () => {
  for (const _ of rounds) {
    const mine = await paid()
    await moveTo(mine.id, slot())
    const [change] = await database.asPostgres(
      (sql) => sql`select id from public.reservation_changes where reservation_id = ${mine.id}`,
    )
    const undo = database.as(staff, (sql) => sql`select public.undo_change(${change?.id})`)
    const { vehicleId, startsAt, endsAt } = mine
    expect(await outcomesOf([undo, book({ vehicleId, startsAt, endsAt })])).toEqual({
      ok: 1,
      not_available: 1,
    })
  }
})
