import fc from 'fast-check'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase, type Sql } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { canPlace, type Stay } from './support/packing-oracle.ts'
import { readRefusal, refusalOf } from './support/refusals.ts'
import { bookAndPay, bookOnSite, handOver, newCustomer, periodIn, settle } from './support/rentals.ts'

/** A category is sold as long as there is a way to serve everybody, and never once more. */
const database = freshDatabase()
const DAY = 86_400_000
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
let company: RentalCompany
let staff: Caller
/** Every example has weeks of its own. */
let example = 0

beforeAll(async () => {
  company = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

afterEach(async () => {
  const [row] = await database.asPostgres(
    (sql) => sql`
    select (select count(*)::int from public.allocations a join public.allocations b
        on a.company_id = b.company_id and a.resource_id = b.resource_id and a.id < b.id and a.active and b.active and a.period && b.period) as overlaps,
      (select count(*)::int from public.reservations r join public.allocations a on a.source_id = r.id and a.active
        where a.resource_id <> r.vehicle_id) as astray,
      (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks`,
  )
  expect(row).toEqual({ overlaps: 0, astray: 0, deadlocks: 0 })
})

/** A category with so many vehicles at one place, and everything else that belongs to it. */
async function categoryOf(vehicles: number) {
  return database.asPostgres(async (sql) => {
    const [row] = await sql`
      select v.category_id as id, (array_agg(v.id order by v.id))[:${vehicles}] as "vehicleIds",
        (select array_agg(o.id) from public.vehicles o where o.company_id = v.company_id and o.category_id = v.category_id) as "allIds"
      from public.vehicles v where v.company_id = ${company.companyId}
      group by v.company_id, v.category_id, v.location_id having count(*) >= ${vehicles} order by count(*), v.category_id limit 1`
    if (!row) throw new Error(`No category has ${vehicles} vehicles at one place.`)
    return row as unknown as { id: string; vehicleIds: string[]; allIds: string[] }
  })
}

/** Keeps the vehicles beyond the first few out of the way for a period. */
async function block(vehicleIds: string[], from: Date, to: Date) {
  await database.asPostgres(
    (sql) => sql`
    insert into public.allocations (company_id, resource_id, period, source_kind, source_id)
    select ${company.companyId}, id, tstzrange(${from.toISOString()}, ${to.toISOString()}), 'calendar', gen_random_uuid()
    from unnest(${vehicleIds}::uuid[]) as id`,
  )
}

async function reserve(sql: Sql, wish: { vehicleId?: string; categoryId?: string; from: Date; to: Date }) {
  const [row] = await sql`
    select public.create_reservation(${wish.from.toISOString()}, ${wish.to.toISOString()}, ${wish.vehicleId ?? null}, ${wish.categoryId ?? null},
      p_customer => ${sql.json(newCustomer())}) as it`
  return row?.it as { id: string; vehicle_id: string; vehicle_fixed: boolean; total_rappen: number }
}

const assign = (caller: Caller, id: string, vehicleId: string | null) =>
  database.as(caller, (sql) => sql`select public.assign_vehicle(${id}, ${vehicleId})`)

const vehicleOfReservation = (id: string) =>
  database.asPostgres(async (sql) => {
    const [row] =
      await sql`select vehicle_id, vehicle_fixed, total_rappen::int as total_rappen from public.reservations where id = ${id}`
    return row as unknown as { vehicle_id: string; vehicle_fixed: boolean; total_rappen: number }
  })

/** A free fortnight with only the first `vehicles` of a category in service. */
async function arena(vehicles: number) {
  const { id, vehicleIds, allIds } = await categoryOf(vehicles)
  const start = Math.ceil(Date.now() / DAY + 5 + 16 * example++) * DAY
  const others = allIds.filter((other) => !vehicleIds.includes(other))
  await block(others, new Date(start - DAY), new Date(start + 15 * DAY))
  return {
    categoryId: id,
    vehicleIds,
    clear: () =>
      database.asPostgres(
        (sql) => sql`
        update public.allocations set active = false
        where resource_id = any(${vehicleIds}) and period && tstzrange(${new Date(start).toISOString()}, ${new Date(start + 15 * DAY).toISOString()})`,
      ),
    at: (day: number) => new Date(start + day * DAY),
    // The turnaround hour is over before the next day begins.
    until: (day: number) => new Date(start + day * DAY - 2 * 3_600_000),
  }
}

test('a category is booked: a vehicle is held but not promised, and the price is the category’s', async () => {
  const { categoryId, vehicleIds, at, until } = await arena(3)
  const made = await database.as(staff, (sql) => reserve(sql, { categoryId, from: at(0), to: until(3) }))
  expect(vehicleIds).toContain(made.vehicle_id)
  expect(made.vehicle_fixed).toBe(false)
  const [row] = await database.as(
    staff,
    (
      sql,
    ) => sql`select (public.price_reservation(p_category_id => ${categoryId}, p_starts_at => ${at(0).toISOString()},
      p_ends_at => ${until(3).toISOString()}) ->> 'total_rappen')::int as total`,
  )
  expect(made.total_rappen).toBe(row?.total)
})

test('two bookings that leave no vehicle free change places for a third', async () => {
  const { categoryId, vehicleIds, at, until } = await arena(2)
  const [first, second] = vehicleIds as [string, string]
  const made = await database.as(staff, async (sql) => {
    const early = await reserve(sql, { categoryId, from: at(0), to: until(3) })
    const late = await reserve(sql, { categoryId, from: at(4), to: until(7) })
    return { early, late }
  })
  // As an unlucky history would leave them: on different vehicles, so that neither is free throughout.
  for (const [id, vehicle] of [
    [made.early.id, first],
    [made.late.id, second],
  ] as const) {
    await assign(staff, id, vehicle)
    await assign(staff, id, null)
  }
  const long = await database.as(staff, (sql) => reserve(sql, { categoryId, from: at(0), to: until(7) }))
  const [early, late] = await Promise.all([
    vehicleOfReservation(made.early.id),
    vehicleOfReservation(made.late.id),
  ])
  expect(early.vehicle_id).toBe(late.vehicle_id)
  expect(early.vehicle_id).not.toBe(long.vehicle_id)
})

test('what is fixed, begun or of another place never moves', async () => {
  const { categoryId, vehicleIds, at, until } = await arena(2)
  const [first, second] = vehicleIds as [string, string]
  await database.as(staff, (sql) => reserve(sql, { vehicleId: first, from: at(0), to: until(3) }))
  await database.as(staff, (sql) => reserve(sql, { vehicleId: second, from: at(4), to: until(7) }))
  const long = database.as(staff, (sql) => reserve(sql, { categoryId, from: at(0), to: until(7) }))
  expect(await refusalOf(long)).toMatchObject({ status: 409, code: 'not_available' })
})

test('a named vehicle is given although a provisional booking stands on it', async () => {
  const { categoryId, vehicleIds, at, until } = await arena(2)
  const open = await database.as(staff, (sql) => reserve(sql, { categoryId, from: at(0), to: until(3) }))
  const named = await database.as(staff, (sql) =>
    reserve(sql, { vehicleId: open.vehicle_id, from: at(1), to: until(5) }),
  )
  expect(named).toMatchObject({ vehicle_id: open.vehicle_id, vehicle_fixed: true })
  const moved = await vehicleOfReservation(open.id)
  expect(moved.vehicle_id).toBe(vehicleIds.find((id) => id !== open.vehicle_id))
})

const change = (id: string, wish: Record<string, string>, isDryRun = false) =>
  database.as(staff, async (sql) => {
    const [row] =
      await sql`select public.change_reservation(${id}, ${sql.json(wish)}, null, ${isDryRun}) -> 'changes' -> 0 as it`
    return row?.it
  })

test('a change takes the place of a provisional booking, and says beforehand who moves', async () => {
  const { categoryId, vehicleIds, at, until } = await arena(2)
  const open = await database.as(staff, (sql) => reserve(sql, { categoryId, from: at(2), to: until(5) }))
  const elsewhere = vehicleIds.find((id) => id !== open.vehicle_id) ?? ''
  const fixed = await database.as(staff, (sql) =>
    reserve(sql, { vehicleId: open.vehicle_id, from: at(0), to: until(2) }),
  )
  const longer = { ends_at: until(4).toISOString() }
  const plateOf = (id: string) => company.vehicles.find((vehicle) => vehicle.id === id)?.plate
  const moves = [{ reservation_id: open.id, from: plateOf(open.vehicle_id), to: plateOf(elsewhere) }]

  expect(await change(fixed.id, longer, true)).toMatchObject({ conflicts: [], moves })
  expect((await vehicleOfReservation(open.id)).vehicle_id).toBe(open.vehicle_id)
  expect(await change(fixed.id, longer)).toMatchObject({ conflicts: [], moves })
  expect((await vehicleOfReservation(open.id)).vehicle_id).toBe(elsewhere)
  // With nowhere left to go it stands in the way like any other.
  await database.as(staff, (sql) => reserve(sql, { vehicleId: open.vehicle_id, from: at(4), to: until(5) }))
  const further = { vehicle_id: elsewhere }
  expect(await change(fixed.id, further, true)).toMatchObject({
    conflicts: [{ reservation_id: open.id }],
    moves: [],
  })
  expect(await refusalOf(change(fixed.id, further))).toMatchObject({ status: 409, code: 'not_available' })
})

test('a long stretch stays whole: a short booking goes where the gap is smallest', async () => {
  const { categoryId, vehicleIds, at, until } = await arena(3)
  await database.as(staff, (sql) =>
    reserve(sql, { vehicleId: vehicleIds[2] ?? '', from: at(0), to: until(3) }),
  )
  const short = await database.as(staff, (sql) => reserve(sql, { categoryId, from: at(3), to: until(4) }))
  expect(short.vehicle_id).toBe(vehicleIds[2])
})

test('a vehicle is fixed, exchanged for a better one at the same price, and left open again', async () => {
  const { categoryId, vehicleIds, at, until } = await arena(2)
  const made = await database.as(staff, (sql) => reserve(sql, { categoryId, from: at(0), to: until(3) }))
  const better = company.vehicles.find((vehicle) => vehicle.categoryId !== categoryId)?.id ?? ''
  await assign(staff, made.id, better)
  expect(await vehicleOfReservation(made.id)).toEqual({
    vehicle_id: better,
    vehicle_fixed: true,
    total_rappen: made.total_rappen,
  })
  await assign(staff, made.id, null)
  const open = await vehicleOfReservation(made.id)
  expect(vehicleIds).toContain(open.vehicle_id)
  expect(open.vehicle_fixed).toBe(false)
})

test('a vehicle that is promised to somebody by name is not given to another', async () => {
  const { categoryId, vehicleIds, at, until } = await arena(2)
  const [first] = vehicleIds as [string]
  await database.as(staff, (sql) => reserve(sql, { vehicleId: first, from: at(0), to: until(3) }))
  const open = await database.as(staff, (sql) => reserve(sql, { categoryId, from: at(0), to: until(3) }))
  expect(await refusalOf(assign(staff, open.id, first))).toMatchObject({ status: 409, code: 'not_available' })
  expect((await vehicleOfReservation(open.id)).vehicle_fixed).toBe(false)
})

test('others assign nothing: another company, a viewer, and nobody after the pickup', async () => {
  const other = await foundRentalCompany(database)
  const viewer = await addMember(database, company.companyId, 'viewer')
  const vehicleId = vehicleOf(company, 39).id
  const booking = await bookAndPay(database, company, { vehicleId, ...periodIn(0, 1) })
  expect(await refusalOf(assign(other.owner, booking.id, vehicleOf(other, 0).id))).toMatchObject({
    code: 'not_found',
  })
  expect(await refusalOf(assign(company.owner, booking.id, vehicleOf(other, 0).id))).toMatchObject({
    code: 'not_found',
  })
  expect(await refusalOf(assign(viewer, booking.id, vehicleId))).toMatchObject({ code: 'forbidden' })
  await handOver(database, company.owner, booking.id)
  expect(await refusalOf(assign(company.owner, booking.id, null))).toMatchObject({
    code: 'invalid_transition',
  })
})

test('a paid hold that lapsed gets another vehicle of its category when its own is gone', async () => {
  const { categoryId, vehicleIds, at, until } = await arena(2)
  const wish = { categoryId, startsAt: at(0).toISOString(), endsAt: until(3).toISOString() }
  const hold = await database.asAnon((sql) => bookOnSite(sql, company.slug, wish))
  await database.asPostgres(
    (sql) =>
      sql`update public.allocations set expires_at = now() - interval '1 second' where source_id = ${hold.id}`,
  )
  const { vehicle_id: held } = await vehicleOfReservation(hold.id)
  await database.as(staff, (sql) => reserve(sql, { vehicleId: held, from: at(0), to: until(3) }))
  expect(await settle(database, company, hold)).toBe('settled')
  expect((await vehicleOfReservation(hold.id)).vehicle_id).toBe(vehicleIds.find((id) => id !== held))
})

test('a vehicle that changes its place keeps the bookings that stand on it', async () => {
  const { categoryId, at, until } = await arena(2)
  const open = await database.as(staff, (sql) => reserve(sql, { categoryId, from: at(0), to: until(3) }))
  const other = company.vehicles.find((vehicle) => vehicle.categoryId !== categoryId)?.categoryId ?? ''
  await database.as(company.owner, async (sql) => {
    await sql`update public.vehicles set category_id = ${other} where id = ${open.vehicle_id}`
    await sql`update public.vehicles set category_id = ${categoryId} where id = ${open.vehicle_id}`
  })
  expect((await vehicleOfReservation(open.id)).vehicle_fixed).toBe(true)
})

const stay: fc.Arbitrary<Stay> = fc
  .record({
    from: fc.nat(8),
    days: fc.integer({ min: 1, max: 5 }),
    vehicle: fc.constantFrom(null, null, null, 0, 1, 2),
  })
  .map(({ from, days, vehicle }) => ({ from, to: from + days, vehicle }))

test(`books exactly when everybody can be served, and offers exactly that (seed ${seed})`, async () => {
  const { categoryId, vehicleIds, at, until, clear } = await arena(3)
  await fc.assert(
    fc.asyncProperty(fc.array(stay, { minLength: 3, maxLength: 9 }), async (stays) => {
      await clear()
      const taken: Stay[] = []
      for (const wish of stays) {
        const possible = canPlace([...taken, wish], vehicleIds.length)
        const period = { from: at(wish.from), to: until(wish.to) }
        if (wish.vehicle === null) {
          const [row] = await database.as(
            staff,
            (sql) =>
              sql`select public.search_categories(${period.from.toISOString()}, ${period.to.toISOString()}) as offers`,
          )
          const offered = ((row?.offers ?? []) as { category_id: string }[]).some(
            ({ category_id }) => category_id === categoryId,
          )
          expect([wish, 'offered', offered]).toEqual([wish, 'offered', possible])
        }
        const booked = await database
          .as(staff, (sql) =>
            reserve(sql, {
              ...(wish.vehicle === null ? { categoryId } : { vehicleId: vehicleIds[wish.vehicle] ?? '' }),
              ...period,
            }),
          )
          .then(
            () => true,
            (error) => (readRefusal(error)?.code === 'not_available' ? false : Promise.reject(error)),
          )
        expect([wish, taken, booked]).toEqual([wish, taken, possible])
        if (booked) taken.push(wish)
      }
    }),
    { seed, numRuns: 60 },
  )
})

test('a crowd that needs a category packed anew gets every vehicle of it, and no more', async () => {
  const { categoryId, vehicleIds, at, until } = await arena(4)
  // Two short bookings on different vehicles: packed together they leave three vehicles for the whole time.
  const made = await database.as(staff, async (sql) => [
    await reserve(sql, { categoryId, from: at(0), to: until(2) }),
    await reserve(sql, { categoryId, from: at(3), to: until(6) }),
  ])
  for (const [nth, { id }] of made.entries()) {
    await assign(staff, id, vehicleIds[nth] ?? '')
    await assign(staff, id, null)
  }
  const crowd = await Promise.allSettled(
    Array.from({ length: 40 }, () =>
      database.as(staff, (sql) => reserve(sql, { categoryId, from: at(0), to: until(6) })),
    ),
  )
  const outcomes = Object.groupBy(crowd, (one) =>
    one.status === 'fulfilled' ? 'ok' : (readRefusal(one.reason)?.code ?? String(one.reason)),
  )
  expect(Object.fromEntries(Object.entries(outcomes).map(([code, all]) => [code, all?.length]))).toEqual({
    ok: 3,
    not_available: 37,
  })
})

test('categories and named vehicles, payments, cancellations and assignments at once: everybody gets an answer', async () => {
  const { categoryId, vehicleIds, at, until } = await arena(4)
  const answers: string[] = []
  const note = (work: Promise<unknown>) =>
    work.then(
      () => answers.push('ok'),
      (error) => answers.push(readRefusal(error)?.code ?? String(error)),
    )
  await Promise.all(
    Array.from({ length: 24 }, async (_, nth) => {
      const period = { from: at(nth % 5), to: until((nth % 5) + 1 + (nth % 3)) }
      const wish = nth % 3 === 0 ? { vehicleId: vehicleIds[nth % 4] ?? '' } : { categoryId }
      const made = await database
        .as(staff, (sql) => reserve(sql, { ...wish, ...period }))
        .catch((error) => {
          answers.push(readRefusal(error)?.code ?? String(error))
        })
      if (!made) return
      await note(assign(staff, made.id, nth % 2 ? null : (vehicleIds[(nth + 1) % 4] ?? '')))
      if (nth % 4 === 0)
        await note(database.as(company.owner, (sql) => sql`select public.cancel_reservation(${made.id})`))
    }),
  )
  expect(answers.filter((answer) => !['ok', 'not_available'].includes(answer))).toEqual([])
})

test('a booking of a category that is moved in time keeps the category’s price; named a vehicle it is fixed, and undone it is open again', async () => {
  const { categoryId, vehicleIds, at, until } = await arena(2)
  const made = await database.as(staff, (sql) => reserve(sql, { categoryId, from: at(0), to: until(3) }))
  const change = (fields: Record<string, string>) =>
    database.as(company.owner, async (sql) => {
      const [row] = await sql`
        select public.change_reservation(${made.id}, ${sql.json(fields)}) as it`
      return row?.it as { group_id: string; changes: { change_id: string }[] }
    })
  await change({ starts_at: at(1).toISOString(), ends_at: until(4).toISOString() })
  expect(await vehicleOfReservation(made.id)).toMatchObject({
    vehicle_fixed: false,
    total_rappen: made.total_rappen,
  })
  const target = vehicleIds.find((id) => id !== made.vehicle_id) ?? ''
  const fixed = await change({ vehicle_id: target })
  expect(await vehicleOfReservation(made.id)).toEqual({
    vehicle_id: target,
    vehicle_fixed: true,
    total_rappen: made.total_rappen,
  })
  await database.as(
    company.owner,
    (sql) => sql`select public.undo_change(${fixed.changes[0]?.change_id ?? ''})`,
  )
  expect((await vehicleOfReservation(made.id)).vehicle_fixed).toBe(false)
})

test('vehicles that only open bookings stand on can be assigned: these move elsewhere', async () => {
  const { categoryId, at, until } = await arena(2)
  const open = await database.as(staff, (sql) => reserve(sql, { categoryId, from: at(0), to: until(3) }))
  const other = await database.as(staff, (sql) => reserve(sql, { categoryId, from: at(0), to: until(3) }))
  const assignable = (id: string) =>
    database.as(staff, async (sql) => {
      const [row] = await sql`select public.assignable_vehicles(${id}) as it`
      return (row ?? { it: [] }).it as { vehicle_id: string; makes_way: boolean }[]
    })
  const offered = (await assignable(open.id)).filter(({ vehicle_id }) =>
    [open.vehicle_id, other.vehicle_id].includes(vehicle_id),
  )
  expect(offered).toMatchObject([
    { vehicle_id: open.vehicle_id, makes_way: false },
    { vehicle_id: other.vehicle_id, makes_way: true },
  ])
  await database.as(staff, (sql) => sql`select public.assign_vehicle(${open.id}, ${other.vehicle_id})`)
  expect(await vehicleOfReservation(other.id)).toMatchObject({ vehicle_id: open.vehicle_id })
  expect((await assignable(other.id)).map(({ vehicle_id }) => vehicle_id)).not.toContain(other.vehicle_id)
})
