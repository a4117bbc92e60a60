import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { changesOn, later } from './support/changes.ts'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, handOver, newCustomer } from './support/rentals.ts'

/** Changes of a rental under way: extended, shortened, and what stands behind it. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Caller

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

const slot = freeSlots(() => company)
const { change } = changesOn(database, () => staff)

/** When the site next lets somebody pick up. */
const nextHalfHour = () => new Date(Math.ceil(Date.now() / 1_800_000) * 1_800_000).toISOString()

/** A rental under way whose contract is sealed. */
async function running(vehicleId = slot().vehicleId, at = company) {
  const soon = { startsAt: nextHalfHour(), endsAt: later(nextHalfHour(), 3) }
  const booking = await bookAndPay(database, at, { vehicleId, ...soon })
  const pickup = await handOver(database, at.owner, booking.id)
  await database.asService(
    (sql) => sql`
      select public.seal_document(${at.companyId}, 'contract', ${pickup.contractId}, 'de', ${`${at.companyId}/contracts/${pickup.contractId}.pdf`},
        ${'c'.repeat(64)}, 1000)`,
  )
  return { ...booking, ...soon, ...pickup, vehicleId }
}

function changeRental(
  contractId: string,
  wanted: Record<string, JSONValue>,
  caller: Caller = staff,
  dryRun = false,
) {
  return database.as(caller, async (sql) => {
    const [row] = await sql`
      select public.change_rental(${contractId}, ${sql.json(wanted)}, p_dry_run => ${dryRun}) as it`
    return row?.it
  })
}

const contractOf = (id: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select c.vehicle_id, c.ends_at, c.included_km, (c.price ->> 'total_rappen')::int as total,
        (select sum(amount_rappen)::int from public.contract_lines l where l.contract_id = c.id) as lines,
        (select v.status from public.vehicles v where v.id = c.vehicle_id) as vehicle
      from public.contracts c where c.id = ${id}`
    return row
  })

test('a running rental is extended and shortened at the price of the whole, lines and kilometres with it', async () => {
  const rental = await running()
  const before = await contractOf(rental.contractId)
  await changeRental(rental.contractId, { ends_at: later(rental.endsAt, 2) })
  const longer = await contractOf(rental.contractId)
  expect(longer?.total).toBeGreaterThan(before?.total)
  expect(longer?.lines).toBe(longer?.total)
  expect(longer?.included_km).toBeGreaterThan(before?.included_km)
  await changeRental(rental.contractId, { ends_at: rental.endsAt })
  expect(await contractOf(rental.contractId)).toEqual(before)
})

test('what began is not begun elsewhere, and not by those who may only edit promises', async () => {
  const rental = await running()
  const code = async (wanted: Record<string, JSONValue>) =>
    (await refusalOf(changeRental(rental.contractId, wanted))).code
  expect(await code({ starts_at: later(rental.startsAt, 1) })).toBe('rental_has_begun')
  expect(await code({ ends_at: new Date(Date.now() - 60_000).toISOString() })).toMatch(/period|end_in_past/)
  const sales = await addMember(database, company.companyId, 'sales_rep')
  const longer = { ends_at: later(rental.endsAt, 1) }
  expect(await refusalOf(changeRental(rental.contractId, longer, sales))).toMatchObject({ status: 403 })
  expect(await refusalOf(change(rental.id, longer, { caller: sales }))).toMatchObject({ status: 403 })
  expect(await refusalOf(changeRental(rental.contractId, longer, other.owner))).toMatchObject({ status: 404 })
})

test('an extension makes the provisional booking behind the rental change its vehicle', async () => {
  // In a fleet of its own: which vehicle a provisional booking gets is nobody's to say.
  const desk = other.owner
  const [twin] = await database.asPostgres(
    (sql) => sql`
      select min(id::text) as id from public.vehicles where company_id = ${other.companyId}
      group by category_id, location_id having count(*) >= 3 limit 1`,
  )
  const rental = await running(twin?.id, other)
  const [open] = await database.as(
    desk,
    (sql) => sql`
      select r.id from public.vehicles v, lateral (select public.create_reservation(${later(rental.endsAt, 1)}, ${later(rental.endsAt, 3)},
        p_category_id => v.category_id, p_pickup_location_id => v.location_id, p_customer => ${sql.json(newCustomer())}) as made) as booked,
        lateral (select (booked.made ->> 'id')::uuid as id) as r
      where v.id = ${rental.vehicleId}`,
  )
  // However it was placed: behind the running rental.
  const assign = (vehicle: string | null) =>
    database.as(desk, (sql) => sql`select public.assign_vehicle(${open?.id}, ${vehicle})`)
  await assign(rental.vehicleId)
  await assign(null)
  const [plan] = (await changeRental(rental.contractId, { ends_at: later(rental.endsAt, 2) }, desk)).changes
  expect(plan).toMatchObject({ conflicts: [], moves: [{ reservation_id: open?.id }] })
  const [moved] = await database.as(
    desk,
    (sql) => sql`select vehicle_id from public.reservations where id = ${open?.id}`,
  )
  expect(moved?.vehicle_id).not.toBe(rental.vehicleId)
})

test('before its paper is sealed a rental is not changed', async () => {
  const vehicleId = slot().vehicleId
  const startsAt = nextHalfHour()
  const booking = await bookAndPay(database, company, { vehicleId, startsAt, endsAt: later(startsAt, 1) })
  const { contractId } = await handOver(database, company.owner, booking.id)
  expect(await refusalOf(changeRental(contractId, { ends_at: later(startsAt, 2) }))).toMatchObject({
    code: 'not_sealed_yet',
  })
})
