import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { changesOn, later } from './support/changes.ts'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, bookOnSite, periodIn, startPickup } from './support/rentals.ts'

/** Changes of what was agreed: what they would mean, what they do, and that they can be taken back. */
const database = freshDatabase()
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
let company: RentalCompany
let other: RentalCompany
let staff: Caller

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

const slot = freeSlots(() => company)
const { change, undo } = changesOn(database, () => staff)

/** All that a change may touch, without what only counts and stamps. */
const stateOf = (id: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select to_jsonb(r) - array['version', 'updated_at'] as reservation,
        (select jsonb_agg(jsonb_build_array(e.extra_id, e.quantity) order by e.extra_id) from public.reservation_extras e where e.reservation_id = r.id) as extras,
        (select jsonb_agg(jsonb_build_array(a.resource_id, a.period, a.expires_at)) from public.allocations a
          where a.source_id = r.id and a.active) as occupied
      from public.reservations r where r.id = ${id}`
    return row
  })

/** The change that is offered to be taken back. */
const undoable = (id: string, caller: Caller = staff) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.undoable_change(${id}) as it`
    return row?.it as string | null
  })

/** A category that has more than one vehicle wherever it has any: whichever place a booking gets, there is another of the kind. */
const roomyCategory = () =>
  database.asPostgres(async (sql) => {
    const [pool] = await sql`
      select category_id from (
        select category_id, count(*) as there from public.vehicles where company_id = ${company.companyId} group by category_id, location_id) as places
      group by category_id having min(there) > 1 order by sum(there) desc limit 1`
    return pool?.category_id as string
  })
const paid = async (wish = slot()) => ({ ...(await bookAndPay(database, company, wish)), ...wish })
const bookPlaceOf = ({ vehicleId, startsAt, endsAt }: ReturnType<typeof slot>) =>
  database.asAnon((sql) => bookOnSite(sql, company.slug, { vehicleId, startsAt, endsAt }))

test('a dry run says price, conflicts and messages, and changes nothing', async () => {
  const booking = await paid()
  const before = await stateOf(booking.id)
  const answer = await change(booking.id, { ends_at: later(booking.endsAt, 1) }, { dryRun: true })
  const [plan] = answer.changes
  expect(plan).toMatchObject({ before_rappen: booking.total_rappen, conflicts: [], warnings: [] })
  expect(plan.difference_rappen).toBeGreaterThan(0)
  expect(plan.due_rappen).toBe(plan.after_rappen - booking.booking_deposit_rappen)
  expect(plan.messages).toEqual([
    { channel: 'email', template: 'reservation_changed', recipient: expect.stringContaining('@') },
  ])
  expect(await stateOf(booking.id)).toEqual(before)
})

test('a changed reservation costs what a fresh quote does and occupies the new place alone', async () => {
  const booking = await paid()
  const { vehicleId } = slot()
  const extras = [{ extra_id: company.extras.child_seat, quantity: 1 }]
  const endsAt = later(booking.endsAt, 2)
  await change(booking.id, { vehicle_id: vehicleId, ends_at: endsAt, extras })
  const [row] = await database.asPostgres(
    (sql) => sql`
      select r.total_rappen::int as total, r.price - 'booking_deposit_rappen' = private.price_of_terms(r.company_id, r.id, private.rental_terms(r.company_id, r.id))
          - 'booking_deposit_rappen' as is_quote, r.vehicle_id, (select count(*)::int from public.allocations a where a.source_id = r.id and a.active) as places,
        (select a.resource_id from public.allocations a where a.source_id = r.id and a.active) as occupied
      from public.reservations r where id = ${booking.id}`,
  )
  expect(row).toMatchObject({ is_quote: true, vehicle_id: vehicleId, occupied: vehicleId, places: 1 })
  expect(await bookPlaceOf(booking)).toMatchObject({
    status: 'pending',
  })
})

test('who stands in the way is named, and nothing is changed', async () => {
  const [mine, theirs] = [await paid(), await paid()]
  const wish = { vehicle_id: theirs.vehicleId, starts_at: theirs.startsAt, ends_at: theirs.endsAt }
  const plan = (await change(mine.id, wish, { dryRun: true })).changes[0]
  expect(plan.conflicts).toMatchObject([{ kind: 'reservation', number: theirs.number }])
  const before = await stateOf(mine.id)
  expect(await refusalOf(change(mine.id, wish))).toMatchObject({
    status: 409,
    code: 'not_available',
    details: { conflicts: [{ number: theirs.number, customer: 'Anna Muster' }] },
  })
  expect(await stateOf(mine.id)).toEqual(before)
})

test('the second of two who edit is told who changed what', async () => {
  const booking = await paid()
  const [seen] = (await change(booking.id, {}, { dryRun: true })).changes
  await change(booking.id, { ends_at: later(booking.endsAt, 1) }, { version: seen.version })
  const refusal = await refusalOf(
    change(booking.id, { ends_at: later(booking.endsAt, -1) }, { version: seen.version }),
  )
  expect(refusal).toMatchObject({
    status: 409,
    code: 'changed_meanwhile',
    details: {
      version: seen.version + 1,
      changes: [{ by: 'staff', fields: expect.arrayContaining(['ends_at']) }],
    },
  })
})

test('a viewer, another company and a visitor can neither ask nor change nor undo', async () => {
  const booking = await paid()
  const { changes } = await change(booking.id, { ends_at: later(booking.endsAt, 1) })
  const viewer = await addMember(database, company.companyId, 'viewer')
  for (const dryRun of [true, false]) {
    expect(await refusalOf(change(booking.id, {}, { caller: viewer, dryRun }))).toMatchObject({ status: 403 })
    expect(await refusalOf(change(booking.id, {}, { caller: other.owner, dryRun }))).toMatchObject({
      status: 404,
    })
    const stranger = { userId: randomUUID() }
    expect(await refusalOf(change(booking.id, {}, { caller: stranger, dryRun }))).toMatchObject({
      status: 401,
    })
  }
  const made = await changeIdOf(changes[0].reservation_id)
  expect(await refusalOf(undo(made, viewer))).toMatchObject({ status: 403 })
  expect(await refusalOf(undo(made, other.owner))).toMatchObject({ status: 404 })
})

const changeIdOf = (reservationId: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select id from public.reservation_changes where reservation_id = ${reservationId} order by created_at desc limit 1`
    return row?.id as string
  })

test('nonsense is refused before anything is written', async () => {
  const booking = await paid()
  const refused = async (wish: Record<string, JSONValue>) => (await refusalOf(change(booking.id, wish))).code
  expect(await refused({ ends_at: booking.startsAt })).toBe('invalid_period')
  expect(await refused({ ends_at: later(booking.endsAt, 4000) })).toBe('invalid_period')
  expect(await refused({ vehicle_id: randomUUID() })).toBe('not_found')
  expect(await refused({ return_location_id: randomUUID() })).toBe('not_found')
  expect(await refused({ extras: [{ extra_id: randomUUID(), quantity: 1 }] })).toBe('invalid_extra')
  expect(await refused({ extras: 'many' })).toBe('invalid_input')
  expect(await refused({ ends_at: 'soon' })).toBe('invalid_input')
  expect(await refused({ status: 'cancelled' })).toBe('invalid_input')
  expect(await refused({ keep_price: true, ends_at: later(booking.endsAt, 1) })).toBe('invalid_input')
  await database.as(staff, (sql) => sql`select public.cancel_reservation(${booking.id})`)
  expect(await refused({ ends_at: later(booking.endsAt, 1) })).toBe('invalid_transition')
})

test('a repeated request with the same key is one change', async () => {
  const booking = await paid()
  const wish = { ends_at: later(booking.endsAt, 1) }
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 8 }, () => change(booking.id, wish, { key })))
  expect(new Set(answers.map((answer) => answer.group_id)).size).toBe(1)
})

test('a free upgrade keeps price and category', async () => {
  const booking = await paid()
  const before = await stateOf(booking.id)
  const upgrade = company.vehicles.find(
    ({ categoryId, id }) => categoryId !== before?.reservation.category_id && id !== booking.vehicleId,
  )
  const target = { ...periodIn(320) }
  await change(booking.id, { starts_at: target.startsAt, ends_at: target.endsAt })
  const moved = await stateOf(booking.id)
  const { changes } = await change(booking.id, { vehicle_id: upgrade?.id ?? '', keep_price: true })
  expect(changes[0]).toMatchObject({
    difference_rappen: 0,
    warnings: expect.arrayContaining(['other_category']),
  })
  expect((await stateOf(booking.id))?.reservation).toEqual({
    ...moved?.reservation,
    vehicle_id: upgrade?.id,
  })
})

test('an extension in a better vehicle at the agreed price costs what the extension alone would', async () => {
  const booking = await paid()
  const own = company.vehicles.find(({ id }) => id === booking.vehicleId)
  const upgrade = company.vehicles.find(({ categoryId }) => categoryId !== own?.categoryId)
  const longer = { ends_at: later(booking.endsAt, 2) }
  const alone = (await change(booking.id, longer, { dryRun: true })).changes[0]
  const both = { ...longer, vehicle_id: upgrade?.id ?? '', keep_price: true }
  const { changes } = await change(booking.id, both, { dryRun: true })
  expect(alone.difference_rappen).toBeGreaterThan(0)
  expect(changes[0].difference_rappen).toBe(alone.difference_rappen)
  expect(changes[0].after).toMatchObject({
    vehicle_id: upgrade?.id,
    category_id: alone.after.category_id,
    price: alone.after.price,
  })
})

test('what is open which vehicle it gets moves on to another of its category, until somebody names one', async () => {
  const categoryId = await roomyCategory()
  const period = periodIn(280)
  const open = await bookAndPay(database, company, { categoryId, ...period })
  const before = await stateOf(open.id)
  const next = { starts_at: later(period.startsAt, 30), ends_at: later(period.endsAt, 30) }
  await bookPlaceOf({
    vehicleId: before?.reservation.vehicle_id,
    startsAt: next.starts_at,
    endsAt: next.ends_at,
  })
  await change(open.id, next)
  const moved = (await stateOf(open.id))?.reservation
  expect(moved).toMatchObject({ vehicle_fixed: false, category_id: categoryId })
  expect(moved.vehicle_id).not.toBe(before?.reservation.vehicle_id)
  const { changes } = await change(open.id, { vehicle_id: moved.vehicle_id })
  expect(changes[0].difference_rappen).toBe(0)
  expect((await stateOf(open.id))?.reservation).toMatchObject({
    vehicle_fixed: true,
    vehicle_id: moved.vehicle_id,
  })
  await undo(await changeIdOf(open.id))
  expect((await stateOf(open.id))?.reservation).toMatchObject({ vehicle_fixed: false })
})

test('the mail waits until the change can no longer be undone, and an undone one is never sent', async () => {
  const booking = await paid()
  await change(booking.id, { ends_at: later(booking.endsAt, 1) })
  const waiting = () =>
    database.asPostgres(
      (sql) => sql`
        select run_at - created_at >= interval '9 minutes' as waits from public.outbox
        where topic = 'mail.reservation_changed' and payload ->> 'reservation_id' = ${booking.id}`,
    )
  expect([...(await waiting())]).toEqual([{ waits: true }])
  await undo(await changeIdOf(booking.id))
  expect([...(await waiting())]).toEqual([])
})

test('after ten minutes, or once changed again, it cannot be undone', async () => {
  const booking = await paid()
  await change(booking.id, { ends_at: later(booking.endsAt, 1) })
  const first = await changeIdOf(booking.id)
  expect(await undoable(booking.id)).toBe(first)
  await change(booking.id, { ends_at: later(booking.endsAt, 2) })
  expect(await refusalOf(undo(first))).toMatchObject({ status: 409, code: 'changed_meanwhile' })
  const second = await changeIdOf(booking.id)
  expect(await undoable(booking.id)).toBe(second)
  await database.asPostgres(
    (sql) =>
      sql`update public.reservation_changes set created_at = now() - interval '11 minutes' where id = ${second}`,
  )
  expect(await undoable(booking.id)).toBeNull()
  expect(await refusalOf(undo(second))).toMatchObject({ status: 409, code: 'undo_expired' })
})

test('once a contract is made of it or it is cancelled, taking back is not offered, and refused for that reason', async () => {
  const contracted = await paid()
  await change(contracted.id, { ends_at: later(contracted.endsAt, 1) })
  await database.as(company.owner, (sql) => startPickup(sql, contracted.id))
  expect(await undoable(contracted.id)).toBeNull()
  expect(await refusalOf(undo(await changeIdOf(contracted.id)))).toMatchObject({
    status: 409,
    code: 'undo_impossible',
    details: { reason: 'contract' },
  })

  const cancelled = await paid()
  await change(cancelled.id, { ends_at: later(cancelled.endsAt, 1) })
  await database.as(company.owner, (sql) => sql`select public.cancel_reservation(${cancelled.id})`)
  expect(await undoable(cancelled.id)).toBeNull()
  expect(await refusalOf(undo(await changeIdOf(cancelled.id)))).toMatchObject({
    code: 'undo_impossible',
    details: { reason: 'ended' },
  })
})

test('taking back is offered to those who may, and of their own company alone', async () => {
  const booking = await paid()
  expect(await undoable(booking.id)).toBeNull()
  await change(booking.id, { ends_at: later(booking.endsAt, 1) })
  expect(await undoable(booking.id)).toBe(await changeIdOf(booking.id))
  expect(await undoable(booking.id, await addMember(database, company.companyId, 'viewer'))).toBeNull()
  expect(await undoable(booking.id, other.owner)).toBeNull()
  await expect(database.asAnon((sql) => sql`select public.undoable_change(${booking.id})`)).rejects.toThrow(
    /permission denied/,
  )
})

test('what was taken by somebody else meanwhile cannot be put back', async () => {
  const booking = await paid()
  const before = slot()
  await change(booking.id, {
    vehicle_id: before.vehicleId,
    starts_at: before.startsAt,
    ends_at: before.endsAt,
  })
  expect(await undoable(booking.id)).not.toBeNull()
  await bookPlaceOf(booking)
  expect(await undoable(booking.id)).toBeNull()
  expect(await refusalOf(undo(await changeIdOf(booking.id)))).toMatchObject({ code: 'not_available' })
})

test('taking back is still offered where an open booking on the old place would make way, and asking moves nothing', async () => {
  const categoryId = await roomyCategory()
  const period = periodIn(330)
  const book = () => bookAndPay(database, company, { categoryId, ...period })
  const placeOf = async (id: string) => (await stateOf(id))?.reservation.vehicle_id as string
  const probe = await book()
  const vehicleId = await placeOf(probe.id)
  await database.as(company.owner, (sql) => sql`select public.cancel_reservation(${probe.id})`)
  const fixed = await paid({ vehicleId, ...period })
  await change(fixed.id, { starts_at: later(period.startsAt, 10), ends_at: later(period.endsAt, 10) })
  const open = await book()
  expect(await placeOf(open.id)).toBe(vehicleId)
  const made = await changeIdOf(fixed.id)
  expect(await undoable(fixed.id)).toBe(made)
  expect(await placeOf(open.id)).toBe(vehicleId)
  await undo(made)
  expect([await placeOf(fixed.id), (await placeOf(open.id)) === vehicleId]).toEqual([vehicleId, false])
})

test('two bookings change vehicles in one step, and back', async () => {
  const [a, b] = [await paid(), await paid()]
  const before = [await stateOf(a.id), await stateOf(b.id)]
  const swap = (caller: Caller) =>
    database.as(caller, async (sql) => {
      const [row] = await sql`select public.swap_reservations(${a.id}, ${b.id}) as it`
      return row?.it
    })
  expect(await refusalOf(swap(other.owner))).toMatchObject({ status: 404 })
  const { changes } = await swap(staff)
  expect(changes.map((one: { after: { vehicle_id: string } }) => one.after.vehicle_id)).toEqual([
    b.vehicleId,
    a.vehicleId,
  ])
  expect([await undoable(a.id), await undoable(b.id)]).toEqual([
    await changeIdOf(a.id),
    await changeIdOf(b.id),
  ])
  await undo(await changeIdOf(a.id))
  expect([await stateOf(a.id), await stateOf(b.id)]).toEqual(before)
})

const wish = fc.record(
  {
    place: fc.nat({ max: 39 }),
    moves: fc.integer({ min: -1, max: 3 }),
    longer: fc.integer({ min: -2, max: 40 }),
    seats: fc.nat({ max: 2 }),
  },
  { requiredKeys: [] },
)

test(`changing and undoing is as if nothing had happened (seed ${seed})`, async () => {
  const booking = await paid({ vehicleId: vehicleOf(company, 0).id, ...periodIn(200) })
  const before = await stateOf(booking.id)
  await fc.assert(
    fc.asyncProperty(wish, async ({ place, moves, longer, seats }) => {
      await change(booking.id, {
        ...(place !== undefined && { vehicle_id: vehicleOf(company, place).id }),
        ...(moves !== undefined && { starts_at: later(booking.startsAt, moves / 2) }),
        ...(longer !== undefined && { ends_at: later(booking.endsAt, Math.max(longer, -1)) }),
        ...(seats !== undefined && {
          extras: seats === 0 ? [] : [{ extra_id: company.extras.child_seat, quantity: 1 }],
        }),
      })
      await undo(await changeIdOf(booking.id))
      expect(await stateOf(booking.id)).toEqual(before)
    }),
    { seed, numRuns: 60 },
  )
})
