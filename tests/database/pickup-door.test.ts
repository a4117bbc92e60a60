import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany, vehicleOf } from './support/fleet.ts'
import { outcomeOf, refusalOf } from './support/refusals.ts'
import {
  bookAndPay,
  driver,
  handOver,
  periodIn,
  signatures,
  startPickup,
  takeBack,
} from './support/rentals.ts'

/** Who comes for a vehicle, and whether it is there. */
const database = freshDatabase()
let company: RentalCompany

beforeAll(async () => {
  company = await foundRentalCompany(database)
})

let used = 0
const nextVehicle = () => vehicleOf(company, used++).id
const book = (vehicleId: string, daysAhead: number) =>
  bookAndPay(database, company, { ...periodIn(daysAhead), vehicleId })

test('a vehicle that is still out is refused at the door, and the answer says who has it', async () => {
  const vehicleId = nextVehicle()
  const first = await book(vehicleId, 2)
  const second = await book(vehicleId, 10)
  const out = await handOver(database, company.owner, first.id)
  const atTheDoor = () => database.as(company.owner, (sql) => startPickup(sql, second.id))
  expect(await refusalOf(atTheDoor())).toMatchObject({
    status: 409,
    code: 'vehicle_still_out',
    details: { contract_id: out.contractId, customer: 'Anna Muster' },
  })
  const [untouched] = await database.as(
    company.owner,
    (sql) => sql`select status from public.reservations where id = ${second.id}`,
  )
  expect(untouched?.status).toBe('confirmed')
  await takeBack(database, company.owner, out)
  expect(await atTheDoor()).toMatchObject({ contractId: expect.any(String) })
})

test('of two pickups of one vehicle begun side by side, one ends', async () => {
  const vehicleId = nextVehicle()
  const begun = []
  // The later one first: with the earlier one in between it would not get past the door.
  for (const daysAhead of [10, 2]) {
    const { id } = await book(vehicleId, daysAhead)
    begun.push(await database.as(company.owner, (sql) => startPickup(sql, id)))
  }
  const ends = await Promise.all(
    begun.map(({ handoverId, odometerKm }) =>
      outcomeOf(
        database.as(
          company.owner,
          (sql) => sql`
            select public.complete_pickup(${handoverId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100 })}, ${sql.json(driver)},
              ${sql.json(signatures(company.companyId))}, 'cash')`,
        ),
      ),
    ),
  )
  expect(ends).toContain('done')
  // Whichever came second heard of the first: as out with the vehicle, or as promised it.
  expect(ends).toContainEqual(
    expect.objectContaining({ status: 409, code: expect.stringMatching(/^vehicle_(still_out|promised)$/) }),
  )
  await expect(
    database.asPostgres((sql) =>
      sql`update public.contracts set status = 'signed' where vehicle_id = ${vehicleId} and status = 'draft'`.then(
        () =>
          sql`update public.contracts set status = 'active' where vehicle_id = ${vehicleId} and status = 'signed'`,
      ),
    ),
  ).rejects.toThrow('contracts_one_running_per_vehicle')
})

test('a vehicle handed over before its time is occupied from then on', async () => {
  const vehicleId = nextVehicle()
  const early = await book(vehicleId, 5)
  const contract = await handOver(database, company.owner, early.id)
  const [own] = await database.asPostgres(
    (sql) => sql`
      select lower(period) <= now() as begun, upper(period) > now() + interval '7 days' as lasts
      from public.allocations where source_id = ${contract.contractId} and active`,
  )
  expect(own).toEqual({ begun: true, lasts: true })
  expect(await refusalOf(book(vehicleId, 2))).toMatchObject({ status: 409, code: 'not_available' })
})

test('nobody takes a vehicle before their time that somebody else was promised till then', async () => {
  const vehicleId = nextVehicle()
  const sooner = await book(vehicleId, 2)
  const later = await book(vehicleId, 10)
  const start = () => database.as(company.owner, (sql) => startPickup(sql, later.id))
  const refusal = {
    status: 409,
    code: 'vehicle_promised',
    details: { reservation: sooner.number, customer: 'Anna Muster' },
  }
  expect(await refusalOf(start())).toMatchObject(refusal)
  await database.as(company.owner, (sql) => sql`select public.cancel_reservation(${sooner.id})`)
  const { handoverId, odometerKm } = await start()
  // Between the door and the signature the time is sold: the signature finds it taken, and nothing of the pickup stays.
  const meanwhile = await book(vehicleId, 2)
  const sign = () =>
    database.as(
      company.owner,
      (sql) => sql`
        select public.complete_pickup(${handoverId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100 })}, ${sql.json(driver)},
          ${sql.json(signatures(company.companyId))}, 'cash')`,
    )
  expect(await refusalOf(sign())).toMatchObject({ ...refusal, details: { reservation: meanwhile.number } })
  const [vehicle] = await database.asPostgres(
    (sql) => sql`select status from public.vehicles where id = ${vehicleId}`,
  )
  expect(vehicle?.status).not.toBe('rented')
})

test('an early pickup and a buyer of the days before it: one of them has the vehicle, never both', async () => {
  for (let round = 0; round < 8; round++) {
    const vehicleId = nextVehicle()
    const { id } = await book(vehicleId, 5)
    const { handoverId, odometerKm } = await database.as(company.owner, (sql) => startPickup(sql, id))
    const ends = await Promise.all([
      outcomeOf(
        database.as(
          company.owner,
          (sql) => sql`
            select public.complete_pickup(${handoverId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100 })}, ${sql.json(driver)},
              ${sql.json(signatures(company.companyId))}, 'cash')`,
        ),
      ),
      outcomeOf(book(vehicleId, 1)),
    ])
    expect(ends.filter((end) => end === 'done')).toHaveLength(1)
    expect(ends.find((end) => end !== 'done')).toMatchObject({ status: 409 })
  }
})

test('nobody is a no-show before the reservation begins', async () => {
  const { id } = await book(nextVehicle(), 3)
  const staff = await addMember(database, company.companyId, 'staff')
  const notCome = () => database.as(staff, (sql) => sql`select public.mark_no_show(${id})`)
  expect(await refusalOf(notCome())).toMatchObject({ status: 409, code: 'reservation_not_begun' })
  await database.asPostgres(
    (sql) => sql`update public.reservations set starts_at = now() - interval '1 minute' where id = ${id}`,
  )
  await notCome()
  const [row] = await database.as(
    staff,
    (sql) => sql`select status from public.reservations where id = ${id}`,
  )
  expect(row?.status).toBe('no_show')
})

test('a viewer and another company mark nobody', async () => {
  const { id } = await book(nextVehicle(), 3)
  const viewer = await addMember(database, company.companyId, 'viewer')
  const stranger = (await foundRentalCompany(database)).owner
  const mark = (caller: typeof viewer) =>
    refusalOf(database.as(caller, (sql) => sql`select public.mark_no_show(${id})`))
  expect(await mark(viewer)).toMatchObject({ status: 403 })
  expect(await mark(stranger)).toMatchObject({ status: 404, code: 'not_found' })
})
