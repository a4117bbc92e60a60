import { afterEach, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { readRefusal } from './support/refusals.ts'
import { type Booking, bookOnSite, newCustomer, periodIn } from './support/rentals.ts'

/** Workshop and customers want the same vehicle at the same moment: one of them has it, and nobody waits in a circle. */
const database = freshDatabase()
let company: RentalCompany
/** Its vehicles retire one by one. */
let shrinking: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
  shrinking = await foundRentalCompany(database)
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

type Wish = ReturnType<ReturnType<typeof freeSlots>>
const slot = freeSlots(() => company)
const rounds = Array.from({ length: 20 }, (_, nth) => nth)

const book = (wish: Wish) =>
  database.asAnon((sql) => bookOnSite(sql, company.slug, { ...wish, customer: newCustomer() }))
const plan = ({ vehicleId, startsAt, endsAt }: Wish) =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`
      select public.plan_maintenance(${vehicleId}, 'repair', ${startsAt}::text::timestamptz, ${endsAt}::text::timestamptz) ->> 'maintenance_id' as id`
    return row?.id as string
  })
const move = (id: string, { startsAt, endsAt }: Pick<Wish, 'startsAt' | 'endsAt'>) =>
  database.as(
    company.owner,
    (sql) =>
      sql`select public.move_maintenance(${id}, ${startsAt}::text::timestamptz, ${endsAt}::text::timestamptz)`,
  )
const outcomesOf = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((one) =>
    one.status === 'fulfilled' ? 'ok' : (readRefusal(one.reason)?.code ?? String(one.reason)),
  )

test.each(rounds)('workshop against a customer: exactly one wins (%i)', async (round) => {
  const wish = slot()
  const pair = [() => plan(wish), () => book(wish)]
  const outcomes = await outcomesOf((round % 2 ? pair.toReversed() : pair).map((act) => act()))
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1)
  expect(['vehicle_occupied', 'not_available']).toContain(outcomes.find((outcome) => outcome !== 'ok'))
})

test('a crowd of customers and the workshop: one has the vehicle', async () => {
  const wish = slot()
  const outcomes = await outcomesOf([
    ...Array.from({ length: 30 }, () => book(wish)),
    ...Array.from({ length: 10 }, () => plan(wish)),
  ])
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1)
})

test.each(rounds)('two works that exchange their days wait for nobody (%i)', async () => {
  const early = slot()
  const late = { ...early, ...periodIn(500) }
  const [first, second] = [await plan(early), await plan(late)]
  const outcomes = await outcomesOf([move(first, late), move(second, early)])
  expect(outcomes.every((outcome) => ['ok', 'vehicle_occupied'].includes(outcome))).toBe(true)
  await database.as(
    company.owner,
    (sql) => sql`select public.cancel_maintenance(${first}), public.cancel_maintenance(${second})`,
  )
})

test.each(rounds)('a vehicle retires while it is booked: one of the two (%i)', async (round) => {
  const vehicleId = vehicleOf(shrinking, round).id
  const outcomes = await outcomesOf([
    database.as(shrinking.owner, (sql) => sql`select public.retire_vehicle(${vehicleId}, 'Verkauft')`),
    database.asAnon((sql) =>
      bookOnSite(sql, shrinking.slug, { vehicleId, ...periodIn(30), customer: newCustomer() }),
    ),
  ])
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1)
  const [row] = await database.asPostgres(
    (sql) => sql`
      select (v.status = 'retired') <> exists (select from public.reservations r where r.vehicle_id = v.id) as one
      from public.vehicles v where v.id = ${vehicleId}`,
  )
  expect(row?.one).toBe(true)
})

test.each(rounds)('work begins and is called off among bookings: no circle (%i)', async () => {
  const wish = slot()
  const id = await plan(wish)
  const bookings = [
    book({ ...wish, ...periodIn(600) }),
    book({ ...wish, ...periodIn(610) }),
  ] as Promise<Booking>[]
  const outcomes = await outcomesOf([
    database.as(company.owner, (sql) => sql`select public.start_maintenance(${id})`),
    ...bookings,
    database.as(company.owner, (sql) => sql`select public.cancel_maintenance(${id})`),
  ])
  expect(outcomes.slice(1, 3)).toEqual(['ok', 'ok'])
})
