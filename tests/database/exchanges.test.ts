import { randomUUID } from 'node:crypto'
import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import {
  bookAndPay,
  driver,
  exchangeOf,
  handOver,
  recordExchange,
  signatures,
  step,
  takeBack,
} from './support/rentals.ts'

/** A vehicle exchanged during the rental: the one left behind is recorded like a return, the one that goes on like a pickup. */
const database = freshDatabase()
let company: RentalCompany
let staff: Caller & { companyId: string }
const slot = freeSlots(() => company)
const DAY = 86_400_000

beforeAll(async () => {
  company = await foundRentalCompany(database)
  staff = { ...(await addMember(database, company.companyId, 'staff')), companyId: company.companyId }
})

/** A rental under way whose contract is sealed, and a vehicle to go on with. */
async function running() {
  const startsAt = new Date(Math.ceil(Date.now() / 1_800_000) * 1_800_000)
  const soon = {
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + 3 * DAY).toISOString(),
  }
  const { vehicleId } = slot()
  const target = slot().vehicleId
  const booking = await bookAndPay(database, company, { vehicleId, ...soon })
  const pickup = await handOver(database, company.owner, booking.id)
  await database.asService(
    (sql) => sql`
      select public.seal_document(${company.companyId}, 'contract', ${pickup.contractId}, 'de',
        ${`${company.companyId}/contracts/${pickup.contractId}.pdf`}, ${'c'.repeat(64)}, 1000)`,
  )
  const [known] = await database.asPostgres(
    (sql) => sql`select odometer_km as km from public.vehicles where id = ${target}`,
  )
  return { ...pickup, ...soon, vehicleId, target, targetKm: Number(known?.km) }
}
type Rental = Awaited<ReturnType<typeof running>>

const exchange = ({ contractId, target }: Rental) =>
  database.as(staff, async (sql) => {
    const [row] = await sql`
      select public.change_rental(${contractId}, ${sql.json({ vehicle_id: target, keep_price: true })}) #>> '{changes,0,change_id}' as id`
    return String(row?.id)
  })
const backReadings = ({ odometerKm }: Rental, drivenKm = 500) => ({
  odometer_km: odometerKm + drivenKm,
  fuel_percent: 40,
})
const outReadings = ({ targetKm }: Rental) => ({ odometer_km: targetKm, fuel_percent: 100 })
const mark = (handoverId: string, charge: number, given: JSONValue = null) =>
  database.as(
    staff,
    (sql) => sql`
      select public.mark_damage(${handoverId}, ${randomUUID()}, 'rear', 0.25, 0.5, 'dent', 'minor', p_charge_rappen => ${charge}, p_step => ${sql.json(given)})`,
  )
const vehicleState = (id: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`select status, odometer_km, fuel_percent from public.vehicles where id = ${id}`
    return row
  })
const linesOf = (contractId: string) =>
  database.asPostgres(
    (sql) => sql`
      select kind, code, quantity::float, amount_rappen::int from public.contract_lines where contract_id = ${contractId} and position > 100 order by kind, position`,
  )
const verify = (contractId: string) =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.verify_evidence(${contractId}) as it`
    return row?.it
  })

test('both vehicles are recorded, and each counts with its own kilometres, fuel and damage', async () => {
  const rental = await running()
  await exchange(rental)
  const open = await exchangeOf(database, rental.contractId)
  const before = await verify(rental.contractId)
  await mark(open.back, 45_000)
  await mark(open.out, 45_000)
  await recordExchange(database, staff, open.back, backReadings(rental))
  await recordExchange(database, staff, open.out, outReadings(rental))
  expect(await vehicleState(rental.vehicleId)).toEqual({
    status: 'cleaning',
    odometer_km: rental.odometerKm + 500,
    fuel_percent: 40,
  })
  expect(await vehicleState(rental.target)).toMatchObject({ status: 'rented', odometer_km: rental.targetKm })
  // Two marks, and of each vehicle its readings and its signature.
  expect(await verify(rental.contractId)).toMatchObject({ entries: before.entries + 6, faults: [] })
  const marked = await database.asPostgres(
    (sql) => sql`
      select d.vehicle_id, d.charge_rappen::int as charge, d.case_id is not null as has_case from public.damages d
      where d.handover_id in (${open.back}, ${open.out}) order by d.created_at`,
  )
  // What goes out is known from now on, and costs nobody anything.
  expect([...marked]).toEqual([
    { vehicle_id: rental.vehicleId, charge: 45_000, has_case: true },
    { vehicle_id: rental.target, charge: 0, has_case: false },
  ])

  await takeBack(
    database,
    company.owner,
    { ...rental, odometerKm: rental.targetKm },
    { drivenKm: 300, fuelPercent: 90 },
  )
  const lines = await linesOf(rental.contractId)
  const [facts] = await database.asPostgres(
    (sql) => sql`
      select c.included_km, (select tank_litres from public.vehicles where id = ${rental.vehicleId}) as old_tank,
        (select tank_litres from public.vehicles where id = ${rental.target}) as new_tank
      from public.contracts c where c.id = ${rental.contractId}`,
  )
  const of = (kind: string) => lines.find((line) => line.kind === kind)
  expect(of('extra_km')?.quantity ?? 0).toBe(Math.max(0, 800 - facts?.included_km))
  const [km] = await database.asPostgres(
    (sql) =>
      sql`select trace from public.contract_lines where contract_id = ${rental.contractId} and kind = 'extra_km'`,
  )
  if (km) expect(km.trace).toEqual({ driven_km: 800, included_km: facts?.included_km })
  expect(of('fuel')?.quantity).toBeCloseTo(0.6 * facts?.old_tank + 0.1 * facts?.new_tank, 1)
  expect(lines.filter(({ kind }) => kind === 'damage')).toMatchObject([{ amount_rappen: 45_000 }])
  expect(await verify(rental.contractId)).toMatchObject({ faults: [] })
})

test('litres of one vehicle and kilowatt-hours of the other are charged apart, each at its own price', async () => {
  const rental = await running()
  const [tanks] = await database.asPostgres(
    (sql) => sql`
      with electric as (update public.vehicles set fuel = 'electric', tank_litres = 80 where id = ${rental.target})
      select tank_litres from public.vehicles where id = ${rental.vehicleId}`,
  )
  await exchange(rental)
  const open = await exchangeOf(database, rental.contractId)
  await recordExchange(database, staff, open.back, backReadings(rental, 100))
  await recordExchange(database, staff, open.out, outReadings(rental))
  await takeBack(database, company.owner, { ...rental, odometerKm: rental.targetKm }, { fuelPercent: 75 })
  const litres = 0.6 * tanks?.tank_litres
  expect((await linesOf(rental.contractId)).filter(({ kind }) => kind === 'fuel')).toMatchObject([
    { code: 'fuel', quantity: litres, amount_rappen: Math.round(litres * 210) },
    { code: 'charge', quantity: 20, amount_rappen: 20 * 60 },
  ])
})

test('exchanged twice: every vehicle counts once', async () => {
  const rental = await running()
  await exchange(rental)
  expect((await refusalOf(exchange({ ...rental, target: slot().vehicleId }))).code).toBe('exchange_open')
  const first = await exchangeOf(database, rental.contractId)
  await recordExchange(database, staff, first.back, backReadings(rental, 100))
  await recordExchange(database, staff, first.out, outReadings(rental))
  const third = slot().vehicleId
  const thirdKm = Number((await vehicleState(third))?.odometer_km)
  await exchange({ ...rental, target: third })
  const second = await exchangeOf(database, rental.contractId)
  await recordExchange(database, staff, second.back, {
    odometer_km: rental.targetKm + 200,
    fuel_percent: 100,
  })
  await recordExchange(database, staff, second.out, { odometer_km: thirdKm, fuel_percent: 100 })
  await takeBack(database, company.owner, { ...rental, odometerKm: thirdKm }, { drivenKm: 2_000 })
  const [contract] = await database.asPostgres(
    (sql) => sql`select included_km from public.contracts where id = ${rental.contractId}`,
  )
  const lines = await linesOf(rental.contractId)
  expect(lines.find(({ kind }) => kind === 'extra_km')?.quantity).toBe(2_300 - contract?.included_km)
})

test('a rental ends only once its exchange is recorded, and what was left behind is not handed out meanwhile', async () => {
  const rental = await running()
  await exchange(rental)
  const open = await exchangeOf(database, rental.contractId)
  const back = () => takeBack(database, company.owner, { ...rental, odometerKm: rental.targetKm })
  expect(await refusalOf(back())).toMatchObject({ code: 'exchange_open' })
  const next = await bookAndPay(database, company, {
    vehicleId: rental.vehicleId,
    startsAt: new Date(Date.parse(rental.startsAt) + 3_600_000).toISOString(),
    endsAt: rental.endsAt,
  })
  expect((await refusalOf(handOver(database, company.owner, next.id))).code).toBe('vehicle_still_out')
  await recordExchange(database, staff, open.back, backReadings(rental))
  expect(await refusalOf(back())).toMatchObject({ code: 'exchange_open' })
  await recordExchange(database, staff, open.out, outReadings(rental))
  await back()
})

test('it stands among the day’s tasks until it is recorded', async () => {
  const rental = await running()
  await exchange(rental)
  const open = await exchangeOf(database, rental.contractId)
  const tasks = () =>
    database.as(staff, async (sql) => {
      const rows = await sql`
        select task ->> 'kind' as kind, task #>> '{vehicle,id}' as vehicle from jsonb_array_elements(public.list_day() -> 'tasks') as task
        where task ->> 'handover_id' in (${open.back}, ${open.out})`
      return rows.map(({ kind, vehicle }) => [kind, vehicle])
    })
  expect(await tasks()).toEqual([
    ['exchange_back', rental.vehicleId],
    ['exchange_out', rental.target],
  ])
  await recordExchange(database, staff, open.back, backReadings(rental))
  expect(await tasks()).toEqual([['exchange_out', rental.target]])
})

test('what a phone sends twice is recorded once, and only of the vehicle it is about', async () => {
  const rental = await running()
  await exchange(rental)
  const open = await exchangeOf(database, rental.contractId)
  const sent = step({ vehicle_id: rental.vehicleId })
  const complete = (given: Record<string, JSONValue>, readings = backReadings(rental)) =>
    database.as(
      staff,
      (sql) => sql`
        select public.complete_exchange(${open.back}, ${sql.json(readings)}, ${sql.json(signatures(company.companyId))}, p_step => ${sql.json(given)})`,
    )
  expect((await refusalOf(mark(open.back, 0, step({ vehicle_id: rental.target })))).code).toBe(
    'vehicle_changed',
  )
  const backwards = { odometer_km: rental.odometerKm - 1, fuel_percent: 40 }
  expect((await refusalOf(complete(sent, backwards))).code).toBe('odometer_backwards')
  await complete(sent)
  await complete(sent)
  expect((await refusalOf(complete(step({ vehicle_id: rental.vehicleId })))).code).toBe('handover_completed')
  const signed = await database.asPostgres(
    (sql) => sql`select count(*)::int as count from public.signatures where handover_id = ${open.back}`,
  )
  expect(signed[0]?.count).toBe(1)
})

test('nobody needs to wait where a vehicle is left behind; the one that goes on is signed for', async () => {
  const rental = await running()
  await exchange(rental)
  const open = await exchangeOf(database, rental.contractId)
  const [own] = signatures(company.companyId) as Record<string, JSONValue>[]
  const byStaff = [{ ...own, signer: 'staff' }]
  const complete = (id: string, readings: Record<string, JSONValue>) =>
    database.as(
      staff,
      (sql) => sql`
        select public.complete_exchange(${id}, ${sql.json({ ...readings, checklist: { customer_absent: true } })}, ${sql.json(byStaff)})`,
    )
  await complete(open.back, backReadings(rental))
  expect((await refusalOf(complete(open.out, outReadings(rental)))).code).toBe('signature_missing')
})

test('an exchange is undone as long as nothing of it was recorded', async () => {
  const rental = await running()
  const state = () =>
    database.asPostgres(async (sql) => [
      ...(await sql`
        select resource_id, period::text from public.allocations where active and resource_id in (${rental.vehicleId}, ${rental.target}) order by resource_id, period`),
      ...(await sql`
        select c.vehicle_id, c.price ->> 'total_rappen' as total, v.status from public.contracts c join public.vehicles v on v.id = c.vehicle_id where c.id = ${rental.contractId}`),
    ])
  const undo = (id: string) => database.as(staff, (sql) => sql`select public.undo_change(${id})`)
  const before = await state()
  await undo(await exchange(rental))
  expect(await state()).toEqual(before)
  expect(await vehicleState(rental.target)).toMatchObject({ status: 'available' })
  const again = await exchange(rental)
  await mark((await exchangeOf(database, rental.contractId)).back, 0)
  expect((await refusalOf(undo(again))).code).toBe('exchange_recorded')
})

test('an exchange is no pickup and no return, a viewer records none, and another company finds none', async () => {
  const rental = await running()
  await exchange(rental)
  const open = await exchangeOf(database, rental.contractId)
  const readings = backReadings(rental)
  const other = await foundRentalCompany(database)
  const viewer = { ...(await addMember(database, company.companyId, 'viewer')), companyId: company.companyId }
  expect((await refusalOf(recordExchange(database, viewer, open.back, readings))).status).toBe(403)
  expect((await refusalOf(recordExchange(database, other.owner, open.back, readings))).status).toBe(404)
  expect((await refusalOf(recordExchange(database, staff, rental.handoverId, readings))).status).toBe(404)
  const asReturn = database.as(
    staff,
    (sql) => sql`
      select public.complete_return(${open.back}, ${sql.json(readings)}, ${sql.json(signatures(company.companyId))})`,
  )
  expect((await refusalOf(asReturn)).status).toBe(404)
})

test('nobody goes on with a vehicle they may not drive: category, code 78, years held and age, whoever of them drives', async () => {
  const rental = await running()
  const target = (transmission: string, minimumAge: number | null = null) =>
    database.asPostgres(
      (sql) =>
        sql`update public.vehicles set transmission = ${transmission}, minimum_age = ${minimumAge} where id = ${rental.target}`,
    )
  const category = (wanted: string, years: number) =>
    database.asPostgres(
      (sql) => sql`
        update public.vehicle_categories set licence_category = ${wanted}, minimum_licence_years = ${years}
        where id = (select category_id from public.vehicles where id = ${rental.target})`,
    )
  const codes = (held: string[]) =>
    database.asPostgres(
      (sql) => sql`
        update public.drivers set licence_codes = ${held} where id in (select driver_id from public.contracts where id = ${rental.contractId})`,
    )
  const refused = async () => {
    const refusal = await refusalOf(exchange(rental))
    return [refusal.code, refusal.details.reason]
  }
  await database.asPostgres(async (sql) => {
    // The vehicle that is left behind is of a class of its own: what is asked of the other was not decided on at its pickup.
    await sql`
      with other as (insert into public.vehicle_categories (company_id, import_name, names, body_type)
        select company_id, 'Andere', '{"de": "Andere", "en": "Other"}', body_type from public.vehicle_categories where company_id = ${company.companyId} limit 1 returning id)
      update public.vehicles set category_id = other.id, transmission = 'automatic' from other where vehicles.id = ${rental.vehicleId}`
  })
  await target('automatic', 60)
  expect(await refused()).toEqual(['driver_unfit', 'too_young'])
  await target('automatic')
  await category('C1', 0)
  expect(await refused()).toEqual(['driver_unfit', 'category_missing'])
  await category('B', 3)
  await database.asPostgres(
    (sql) => sql`
      update public.drivers set licence_since = ${sql.json({ B: new Date(Date.now() - 400 * DAY).toISOString().slice(0, 10) })}
      where id in (select driver_id from public.contracts where id = ${rental.contractId})`,
  )
  expect(await refused()).toEqual(['driver_unfit', 'held_too_short'])
  await category('B', 0)
  await target('manual')
  await codes(['78'])
  expect(await refused()).toEqual(['driver_unfit', 'automatic_only'])
  await target('automatic')
  const further = { ...driver, first_name: 'Zoé', licence_number: '987654321001', licence_codes: ['78'] }
  await database.as(
    staff,
    (sql) => sql`select public.add_contract_driver(${rental.contractId}, ${sql.json(further)})`,
  )
  await exchange(rental)
  const open = await exchangeOf(database, rental.contractId)
  await target('manual')
  const record = recordExchange(database, staff, open.out, outReadings(rental))
  expect(await refusalOf(record)).toMatchObject({ code: 'driver_unfit', details: { driver: 'Anna Muster' } })
  await codes([])
  const again = recordExchange(database, staff, open.out, outReadings(rental))
  expect(await refusalOf(again)).toMatchObject({
    details: { driver: 'Zoé Muster', reason: 'automatic_only' },
  })
  await target('automatic')
  await recordExchange(database, staff, open.out, outReadings(rental))
})

test('what somebody decided on at the pickup is not asked again of a vehicle of the same kind', async () => {
  const rental = await running()
  await database.asPostgres(async (sql) => {
    await sql`update public.vehicle_categories set minimum_licence_years = 3 where company_id = ${company.companyId}`
    await sql`
      update public.drivers set licence_since = ${sql.json({ B: new Date().toISOString().slice(0, 10) })}
      where id in (select driver_id from public.contracts where id = ${rental.contractId})`
  })
  await exchange(rental)
})
