import { afterEach, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { readRefusal } from './support/refusals.ts'
import {
  type Booking,
  bookAndPay,
  bookAtDesk,
  bookOnSite,
  handOver,
  newCustomer,
  periodIn,
  settle,
  startPickup,
  takeBack,
} from './support/rentals.ts'

/** Two or two hundred people at the same moment: somebody wins, everybody gets an answer, nobody waits in a circle. */
const database = freshDatabase()
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

afterEach(async () => {
  const [row] = await database.asPostgres(
    (sql) => sql`
    select count(*)::int as overlaps,
      (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks
    from public.allocations a join public.allocations b
      on a.company_id = b.company_id and a.resource_id = b.resource_id and a.id < b.id and a.active and b.active and a.period && b.period`,
  )
  expect(row).toEqual({ overlaps: 0, deadlocks: 0 })
})

const slot = freeSlots(() => company)
const book = (wish: Partial<Parameters<typeof bookOnSite>[2]>) =>
  database.asAnon((sql) => bookOnSite(sql, company.slug, { ...periodIn(60), ...wish }))

/** How often each outcome came: "ok", a code of ours, or whatever else went wrong. */
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

const reservation = async ({ id }: Pick<Booking, 'id'>) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select r.status, (select count(*)::int from public.allocations a where a.source_id = r.id and a.active) as allocations,
        (select count(*)::int from public.refunds f join public.payments p on p.id = f.payment_id where p.reservation_id = r.id) as refunds
      from public.reservations r where r.id = ${id}`
    return row as unknown as { status: string; allocations: number; refunds: number }
  })

const lapse = ({ id }: Pick<Booking, 'id'>) =>
  database.asPostgres(
    (sql) =>
      sql`update public.allocations set expires_at = now() - interval '1 second' where source_id = ${id}`,
  )
const cancel = ({ id }: Pick<Booking, 'id'>) =>
  database.as(company.owner, (sql) => sql`select public.cancel_reservation(${id})`)
const expire = () => database.asService((sql) => sql`select public.expire_holds()`)
const rounds = Array.from({ length: 12 }, (_, nth) => nth)

test('two hundred buyers of one vehicle: one wins, the others are told so', async () => {
  const vehicleId = vehicleOf(company, 0).id
  const buyers = Array.from({ length: 200 }, () => book({ vehicleId, customer: newCustomer() }))
  expect(await outcomesOf(buyers)).toEqual({ ok: 1, not_available: 199 })
})

test('eighty buyers of a category get every vehicle of it, and no more', async () => {
  const { categoryId } = vehicleOf(company, 1)
  const { startsAt, endsAt } = periodIn(90)
  const free = company.vehicles.filter((vehicle) => vehicle.categoryId === categoryId).length
  const buyers = Array.from({ length: 80 }, () => book({ categoryId, startsAt, endsAt }))
  expect(await outcomesOf(buyers)).toEqual({ ok: free, not_available: 80 - free })
})

test('a crowd over few vehicles and crossing periods', async () => {
  const wishes = Array.from({ length: 160 }, (_, nth) => ({
    vehicleId: vehicleOf(company, nth % 4).id,
    ...periodIn(120 + (nth % 7), 1 + (nth % 5)),
  }))
  const tally = await outcomesOf(wishes.map((wish) => book(wish)))
  expect(Object.keys(tally).sort()).toEqual(['not_available', 'ok'])
})

test('paying and cancelling at once: paid or given back, never both and never neither', async () => {
  for (const _ of rounds) {
    const booking = await book(slot())
    await Promise.all([settle(database, company, booking), cancel(booking)])
    const { status, allocations, refunds } = await reservation(booking)
    // Cancelled after the payment, the deposit is refunded by hand; before it, the payment goes back by itself.
    expect({ status, allocations }).toEqual({ status: 'cancelled', allocations: 0 })
    expect(refunds).toBeLessThanOrEqual(1)
  }
})

test('paying while the sweeper ends the lapsed hold: the vehicle is the customer’s', async () => {
  for (const _ of rounds) {
    const booking = await book(slot())
    await lapse(booking)
    await Promise.all([expire(), settle(database, company, booking), expire()])
    expect(await reservation(booking)).toEqual({ status: 'confirmed', allocations: 1, refunds: 0 })
  }
})

test('paying while somebody else books the lapsed vehicle: one has it, the other is refunded or refused', async () => {
  for (const _ of rounds) {
    const wish = slot()
    const first = await book(wish)
    await lapse(first)
    const [, second] = await Promise.allSettled([settle(database, company, first), book(wish)])
    const kept = await reservation(first)
    if (second.status === 'fulfilled') expect(kept).toEqual({ status: 'expired', allocations: 0, refunds: 1 })
    else expect(kept).toEqual({ status: 'confirmed', allocations: 1, refunds: 0 })
  }
})

test('cancelling while the pickup begins: one of the two is refused', async () => {
  for (const _ of rounds) {
    const booking = await bookAndPay(database, company, slot())
    const pickup = database.as(company.owner, (sql) => startPickup(sql, booking.id))
    expect(await outcomesOf([pickup, cancel(booking)])).toEqual({ ok: 1, invalid_transition: 1 })
  }
})

test('a late return while the next customer books: the return always ends', async () => {
  for (const _ of rounds.slice(0, 4)) {
    const { vehicleId } = slot()
    const soon = {
      startsAt: new Date(Date.now() + 60_000).toISOString(),
      endsAt: new Date(Date.now() + 120_000).toISOString(),
    }
    const pickup = await handOver(
      database,
      company.owner,
      (await bookAtDesk(database, company.owner, { vehicleId, ...soon })).id,
    )
    // Agreed until an hour ago: the return has to stretch what the contract occupies.
    await database.asPostgres(async (sql) => {
      await sql`update public.contracts set starts_at = now() - interval '1 day', ends_at = now() - interval '2 hours' where id = ${pickup.contractId}`
      await sql`
        update public.allocations set period = tstzrange(now() - interval '1 day', now() - interval '1 hour') where source_id = ${pickup.contractId}`
    })
    const next = {
      vehicleId,
      startsAt: new Date().toISOString(),
      endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    }
    const tally = await outcomesOf([
      takeBack(database, company.owner, pickup),
      ...rounds.map(() => bookAtDesk(database, company.owner, next)),
    ])
    expect((tally.ok ?? 0) + (tally.not_available ?? 0)).toBe(13)
    const [row] = await database.asPostgres(
      (sql) => sql`select status from public.contracts where id = ${pickup.contractId}`,
    )
    expect(row?.status).toBe('returned')
  }
})
