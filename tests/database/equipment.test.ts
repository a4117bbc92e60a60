import { afterEach, beforeEach, expect, test } from 'vitest'
import { EQUIPMENT } from '@/lib/core/equipment'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase, type Sql } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { readRefusal, refusalOf } from './support/refusals.ts'
import { newCustomer, type Period, periodIn } from './support/rentals.ts'

/** Who asked for a tow bar gets a vehicle that has one, whoever else books, moves or edits at the same moment. */
const database = freshDatabase()
let company: RentalCompany
let staff: Caller
/** Four vehicles of one category at one place, the last with a tow bar; no others are in service there. */
let pool: { categoryId: string; placeId: string; ids: string[]; towing: string }

beforeEach(async () => {
  company = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
  pool = await database.as(company.owner, async (sql) => {
    const [row] = await sql`
      select category_id as "categoryId", location_id as "placeId", (array_agg(id order by id))[:4] as ids
      from public.vehicles group by 1, 2 having count(*) >= 4 order by count(*), 1, 2 limit 1`
    const { categoryId, placeId, ids } = row as unknown as Pick<typeof pool, 'categoryId' | 'placeId' | 'ids'>
    const rest =
      await sql`select id from public.vehicles where category_id = ${categoryId} and id <> all (${ids})`
    for (const { id } of rest) await sql`select public.retire_vehicle(${id}, 'Not in this test')`
    return { categoryId, placeId, ids, towing: ids[3] as string }
  })
  await equip(pool.towing, ['tow_bar'])
})

afterEach(async () => {
  const [row] = await database.asPostgres(
    (sql) => sql`
    select (select count(*)::int from public.allocations a join public.allocations b
        on a.company_id = b.company_id and a.resource_id = b.resource_id and a.id < b.id and a.active and b.active and a.period && b.period) as overlaps,
      (select count(*)::int from public.reservations r join public.vehicles v on v.id = r.vehicle_id
        where r.status in ('pending', 'confirmed') and not v.equipment @> r.wanted_equipment) as broken,
      (select count(*)::int from public.reservations r join public.allocations a on a.source_id = r.id and a.active
        where a.resource_id <> r.vehicle_id) as astray,
      (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks`,
  )
  expect(row).toEqual({ overlaps: 0, broken: 0, astray: 0, deadlocks: 0 })
})

const equip = (vehicleId: string, equipment: string[]) =>
  database.as(
    company.owner,
    (sql) =>
      sql`update public.vehicles set equipment = ${equipment}::text[]::public.equipment[] where id = ${vehicleId}`,
  )

type Wish = Period & { vehicleId?: string; equipment?: string[] }

/** Books any vehicle of the category, or the named one. */
async function reserve(sql: Sql, { startsAt, endsAt, vehicleId, equipment = [] }: Wish) {
  const [row] = await sql`
    select public.create_reservation(${startsAt}::text::timestamptz, ${endsAt}::text::timestamptz, ${vehicleId ?? null},
      ${vehicleId ? null : pool.categoryId}, p_customer => ${sql.json(newCustomer())}, p_equipment => ${sql.json(equipment)}) as it`
  return row?.it as { id: string; vehicle_id: string; version: number; wanted_equipment: string[] }
}
const book = (wish: Wish) => database.as(staff, (sql) => reserve(sql, wish))

const placeOf = async (id: string) => {
  const [row] = await database.asPostgres(
    (sql) => sql`select vehicle_id from public.reservations where id = ${id}`,
  )
  return row?.vehicle_id as string
}

async function search(period: Period, equipment: string[]) {
  return database.as(staff, async (sql) => {
    const features = sql.json({ equipment })
    const [row] = await sql`
      select public.search_availability(${period.startsAt}::text::timestamptz, ${period.endsAt}::text::timestamptz, p_features => ${features}) as vehicles,
        public.search_categories(${period.startsAt}::text::timestamptz, ${period.endsAt}::text::timestamptz, p_features => ${features}) as categories`
    return row as unknown as {
      vehicles: { vehicle_id: string; equipment: string[] }[]
      categories: { category_id: string; room: number }[]
    }
  })
}

test('screens and database know the same equipment', async () => {
  const rows = await database.asPostgres(
    (sql) => sql`select unnest(enum_range(null::public.equipment))::text as piece`,
  )
  expect(rows.map(({ piece }) => piece)).toEqual(EQUIPMENT)
})

test('a search for equipment finds the vehicles that have all of it, and the categories with one of them', async () => {
  await equip(pool.towing, ['tow_bar', 'dog_guard'])
  const found = await search(periodIn(5), ['tow_bar', 'dog_guard'])
  expect(found.vehicles.map(({ vehicle_id, equipment }) => [vehicle_id, equipment])).toEqual([
    [pool.towing, ['tow_bar', 'dog_guard']],
  ])
  expect(found.categories.map(({ category_id, room }) => [category_id, room])).toEqual([[pool.categoryId, 1]])
  expect((await search(periodIn(5), ['tow_bar', 'isofix'])).vehicles).toEqual([])
  expect(await refusalOf(search(periodIn(5), ['rocket']))).toMatchObject({ status: 422 })
})

test('who asked for nothing gives the tow bar up for who did', async () => {
  const period = periodIn(5)
  // Only the vehicle with the tow bar is left for the first; another one becomes free again before the second comes.
  for (const vehicleId of pool.ids.slice(0, 3)) await book({ ...period, vehicleId })
  const plain = await book(period)
  expect(plain.vehicle_id).toBe(pool.towing)
  await database.asPostgres(
    (sql) => sql`update public.allocations set active = false where resource_id = ${pool.ids[0] as string}`,
  )
  expect((await search(period, ['tow_bar'])).categories).toMatchObject([{ category_id: pool.categoryId }])
  const towing = await book({ ...period, equipment: ['tow_bar'] })
  expect(towing).toMatchObject({ vehicle_id: pool.towing, wanted_equipment: ['tow_bar'] })
  expect(await placeOf(plain.id)).toBe(pool.ids[0])
  expect(await refusalOf(book({ ...period, equipment: ['tow_bar'] }))).toMatchObject({
    status: 409,
    code: 'not_available',
  })
})

test('a booking that asked for a tow bar does not make way to a vehicle without one', async () => {
  const period = periodIn(5)
  await book({ ...period, equipment: ['tow_bar'] })
  expect(await refusalOf(book({ ...period, vehicleId: pool.towing }))).toMatchObject({
    code: 'not_available',
  })
  await equip(pool.ids[0] as string, ['tow_bar'])
  expect((await book({ ...period, vehicleId: pool.towing })).vehicle_id).toBe(pool.towing)
})

test('forty at once for four vehicles, half of them with something to tow: four get one, and one of them the tow bar', async () => {
  for (let round = 0; round < 4; round++) {
    const period = periodIn(5 + 6 * round)
    const wishes = Array.from({ length: 40 }, (_, nth) => ({
      ...period,
      equipment: nth % 2 ? ['tow_bar'] : [],
    }))
    const outcomes = await Promise.allSettled(wishes.map(book))
    const codes = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [readRefusal(outcome.reason)?.code ?? outcome.reason] : [],
    )
    expect(new Set(codes)).toEqual(new Set(['not_available']))
    const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(made).toHaveLength(4)
    expect(made.filter(({ wanted_equipment }) => wanted_equipment.length > 0).length).toBeLessThanOrEqual(1)
  }
})

test('taking the tow bar off and booking it at the same moment: one of the two is refused', async () => {
  for (let round = 0; round < 12; round++) {
    const [booked, taken] = await Promise.allSettled([
      book({ ...periodIn(5 + 6 * round), equipment: ['tow_bar'] }),
      equip(pool.towing, []),
    ])
    expect([booked.status, taken.status].sort()).toEqual(['fulfilled', 'rejected'])
    if (booked.status === 'fulfilled') {
      expect(readRefusal((taken as PromiseRejectedResult).reason)).toMatchObject({
        status: 409,
        code: 'equipment_promised',
        details: { number: expect.stringMatching(/^R-/) },
      })
      await database.as(staff, (sql) => sql`select public.cancel_reservation(${booked.value.id})`)
    } else {
      expect(readRefusal(booked.reason)).toMatchObject({ code: 'not_available' })
      await equip(pool.towing, ['tow_bar'])
    }
  }
})

test('no hand gives a towing booking a vehicle without the tow bar, and the choice does not offer one', async () => {
  const period = periodIn(5)
  const towing = await book({ ...period, equipment: ['tow_bar'] })
  const other = await book({ ...period, vehicleId: pool.ids[0] as string })
  const [choice] = await database.as(
    staff,
    (sql) => sql`select public.assignable_vehicles(${towing.id}) as it`,
  )
  expect(choice?.it.map(({ vehicle_id }: { vehicle_id: string }) => vehicle_id)).toEqual([pool.towing])
  const missing = { status: 409, code: 'equipment_missing', details: { equipment: ['tow_bar'] } }
  const change = (id: string, fields: Record<string, string | string[]>) =>
    database.as(
      staff,
      (sql) => sql`select public.change_reservation(${id}, ${sql.json(fields)}, p_notify => false)`,
    )
  for (const act of [
    () =>
      database.as(staff, (sql) => sql`select public.assign_vehicle(${towing.id}, ${pool.ids[1] as string})`),
    () =>
      database.as(
        staff,
        (sql) => sql`select public.swap_reservations(${towing.id}, ${other.id}, p_notify => false)`,
      ),
    () => change(towing.id, { vehicle_id: pool.ids[1] as string }),
    () => change(other.id, { equipment: ['tow_bar'] }),
  ])
    expect(await refusalOf(act())).toMatchObject(missing)
})

test('a booking that asks for a tow bar later moves to the vehicle that has one, and lets it go again', async () => {
  const period = periodIn(5)
  const made = await book(period)
  expect(made.vehicle_id).not.toBe(pool.towing)
  const ask = (equipment: string[]) =>
    database.as(
      staff,
      (sql) =>
        sql`select public.change_reservation(${made.id}, ${sql.json({ equipment })}, p_notify => false)`,
    )
  await ask(['tow_bar'])
  expect(await placeOf(made.id)).toBe(pool.towing)
  await ask([])
  await equip(pool.towing, [])
  const [row] = await database.asPostgres(
    (sql) =>
      sql`select wanted_equipment::text[] as wanted, price from public.reservations where id = ${made.id}`,
  )
  expect(row?.wanted).toEqual([])
})

test('what was quicker on the site is replaced only by one with the same equipment', async () => {
  const alike = async () =>
    (
      await database.asPostgres(
        (sql) => sql`select private.alike(${company.companyId}, ${pool.towing}) as id`,
      )
    ).map(({ id }) => id)
  await database.asPostgres(
    (sql) => sql`
    update public.vehicles v set make = t.make, model = t.model, seats = t.seats, fuel = t.fuel, transmission = t.transmission,
      security_deposit_rappen = t.security_deposit_rappen, minimum_age = t.minimum_age
    from public.vehicles t where t.id = ${pool.towing} and v.id = any (${pool.ids})`,
  )
  await database.asPostgres((sql) => sql`delete from public.rates where vehicle_id = any (${pool.ids})`)
  expect(await alike()).toEqual([pool.towing])
  await equip(pool.ids[1] as string, ['tow_bar'])
  expect(await alike()).toEqual([pool.towing, pool.ids[1]])
})
