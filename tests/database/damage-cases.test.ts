import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, handOver, signatures } from './support/rentals.ts'

/** From a new mark to the repair: who pays, in which order, and what the next renter is shown. */
const database = freshDatabase()
let company: RentalCompany
let staff: Caller
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

/** A vehicle that came back with a dent of that charge, and the case made of it. */
async function cameBackDented(charge = 0) {
  const wish = slot()
  const pickup = await handOver(database, company.owner, (await bookAndPay(database, company, wish)).id)
  const markId = randomUUID()
  return database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.start_return(${pickup.contractId}) ->> 'handover_id' as id`
    await sql`select public.mark_damage(${row?.id}, ${markId}, 'rear', 0.5, 0.5, 'dent', 'medium', null, ${charge})`
    await sql`
      select public.complete_return(${row?.id}, ${sql.json({ odometer_km: pickup.odometerKm, fuel_percent: 100 })}, ${sql.json(signatures(company.companyId))})`
    const [found] = await sql`select case_id, vehicle_id from public.damages where id = ${markId}`
    return {
      contractId: pickup.contractId,
      markId,
      caseId: String(found?.case_id),
      vehicleId: String(found?.vehicle_id),
    }
  })
}

const caseOf = (id: string) =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`
      select status, estimate_rappen::int as estimate, charged_rappen::int as charged, insurer, claim_number, number, maintenance_id,
        closed_at is not null as closed from public.damage_cases where id = ${id}`
    return row
  })
const charge = (id: string, amount: number, request = randomUUID(), caller: Caller = staff) =>
  database.as(caller, (sql) => sql`select public.charge_damage(${id}, ${amount}, ${request})`)
const claim = (id: string, number: string | null = null, caller: Caller = staff) =>
  database.as(caller, (sql) => sql`select public.claim_damage(${id}, 'Mobiliar', ${number})`)
const estimate = (id: string, amount: number, excess: number | null = null) =>
  database.as(staff, (sql) => sql`select public.estimate_damage(${id}, ${amount}, ${excess})`)
const close = (id: string) => database.as(staff, (sql) => sql`select public.close_damage_case(${id})`)
const repair = (id: string, caller: Caller = company.owner) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`
      select public.repair_damage(${id}, now() + interval '400 days', now() + interval '402 days', 'Carrosserie') as id`
    return String(row?.id)
  })
const finish = (id: string) =>
  database.as(company.owner, (sql) => sql`select public.finish_maintenance(${id}, 70000)`)
const knownOf = (vehicleId: string) =>
  database.as(company.owner, async (sql) => {
    const rows =
      await sql`select id from public.damages where vehicle_id = ${vehicleId} and resolved_at is null`
    return rows.map(({ id }) => id)
  })

test('a new mark at a return is a case at once, charged with what the return charged', async () => {
  const { caseId } = await cameBackDented(60_000)
  expect(await caseOf(caseId)).toMatchObject({ status: 'charged', estimate: 60_000, charged: 60_000 })
  expect((await caseOf(caseId))?.number).toMatch(/^S-\d{4}-\d{5}$/)
})

test('a return without new marks makes no case', async () => {
  const before = await database.as(company.owner, (sql) => sql`select id from public.damage_cases`)
  const pickup = await handOver(database, company.owner, (await bookAndPay(database, company, slot())).id)
  await database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.start_return(${pickup.contractId}) ->> 'handover_id' as id`
    await sql`
      select public.complete_return(${row?.id}, ${sql.json({ odometer_km: pickup.odometerKm, fuel_percent: 100 })}, ${sql.json(signatures(company.companyId))})`
  })
  expect(await database.as(company.owner, (sql) => sql`select id from public.damage_cases`)).toHaveLength(
    before.length,
  )
})

test('what the customer pays becomes a line of the invoice, once, and never beyond the excess', async () => {
  const { caseId, contractId } = await cameBackDented()
  expect(await caseOf(caseId)).toMatchObject({ status: 'estimated', charged: 0 })
  await estimate(caseId, 250_000, 100_000)
  expect((await refusalOf(charge(caseId, 100_001))).code).toBe('charge_exceeds_excess')
  const request = randomUUID()
  await charge(caseId, 80_000, request)
  await charge(caseId, 80_000, request)
  expect(await caseOf(caseId)).toMatchObject({ status: 'charged', charged: 80_000 })
  expect((await refusalOf(charge(caseId, 20_001))).code).toBe('charge_exceeds_excess')
  expect((await refusalOf(estimate(caseId, 250_000, 70_000))).code).toBe('charge_exceeds_excess')
  const [line] = await database.as(staff, async (sql) => {
    const [issued] = await sql`select public.issue_invoice(${contractId}) as id`
    return sql`select kind, code, amount_rappen::int as amount, vat_bp from public.invoice_lines where invoice_id = ${issued?.id} and kind = 'damage'`
  })
  expect(line).toEqual({ kind: 'damage', code: 'dent', amount: 80_000, vat_bp: 0 })
})

test('after the invoice of the rental, a charge is the draft of another one', async () => {
  const { caseId, contractId } = await cameBackDented()
  await database.as(staff, (sql) => sql`select public.issue_invoice(${contractId})`)
  const key = randomUUID()
  await charge(caseId, 90_000, key)
  await charge(caseId, 90_000, key)
  expect(await caseOf(caseId)).toMatchObject({ status: 'charged', charged: 90_000 })
  const drafts = await database.as(
    staff,
    (sql) => sql`
      select i.status, i.total_rappen::int as total, l.names ->> 'de' as text, l.vat_bp from public.damage_cases x
      join public.invoices i on i.id = x.invoice_id join public.invoice_lines l on l.invoice_id = i.id where x.id = ${caseId}`,
  )
  expect(drafts).toEqual([
    { status: 'draft', total: 90_000, text: expect.stringMatching(/^Schaden S-.*, M-/), vat_bp: 0 },
  ])
})

test('two charges at the same moment stay within the excess', async () => {
  const { caseId } = await cameBackDented()
  await estimate(caseId, 100_000, 100_000)
  const raced = await Promise.allSettled(Array.from({ length: 6 }, () => charge(caseId, 60_000)))
  expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await caseOf(caseId))?.charged).toBe(60_000)
})

test('an insurer is told, its number comes later, and the repair ends the mark', async () => {
  const { caseId, vehicleId, markId } = await cameBackDented(30_000)
  await claim(caseId)
  expect(await caseOf(caseId)).toMatchObject({ status: 'claimed', claim_number: null })
  await claim(caseId, 'CH-4711')
  expect(await caseOf(caseId)).toMatchObject({ insurer: 'Mobiliar', claim_number: 'CH-4711' })
  const maintenance = await repair(caseId)
  expect((await caseOf(caseId))?.status).toBe('in_repair')
  expect((await refusalOf(repair(caseId))).code).toBe('repair_planned')
  expect((await refusalOf(close(caseId))).code).toBe('invalid_transition')
  const occupied = await database.as(
    company.owner,
    (sql) => sql`select source_kind from public.allocations where source_id = ${maintenance} and active`,
  )
  expect(occupied).toEqual([{ source_kind: 'maintenance' }])
  expect(await knownOf(vehicleId)).toContain(markId)
  await finish(maintenance)
  expect((await caseOf(caseId))?.status).toBe('repaired')
  expect(await knownOf(vehicleId)).not.toContain(markId)
  await close(caseId)
  await close(caseId)
  expect(await caseOf(caseId)).toMatchObject({ status: 'closed', closed: true })
  for (const late of [() => claim(caseId), () => estimate(caseId, 1), () => repair(caseId)])
    expect((await refusalOf(late())).code).toBe('damage_case_closed')
  const [kept] = await database.as(
    company.owner,
    (sql) => sql`select kind, resolved_at is not null as resolved from public.damages where id = ${markId}`,
  )
  expect(kept).toEqual({ kind: 'dent', resolved: true })
})

test('a repair that is called off leaves the case where it was', async () => {
  const { caseId, markId, vehicleId } = await cameBackDented(30_000)
  const maintenance = await repair(caseId)
  await database.as(company.owner, (sql) => sql`select public.cancel_maintenance(${maintenance})`)
  expect(await caseOf(caseId)).toMatchObject({ status: 'charged', maintenance_id: null })
  expect(await knownOf(vehicleId)).toContain(markId)
  expect(await repair(caseId)).not.toBe(maintenance)
})

test('a case closed without a repair leaves its marks known', async () => {
  const { caseId, markId, vehicleId } = await cameBackDented()
  await close(caseId)
  expect(await knownOf(vehicleId)).toContain(markId)
})

/** A mark found when the vehicle was handed over, in no case yet. */
async function foundAtPickup() {
  const { id } = await bookAndPay(database, company, slot())
  const markId = randomUUID()
  const vehicleId = await database.as(company.owner, async (sql) => {
    const [opened] = await sql`select public.start_pickup(${id}) ->> 'handover_id' as id`
    await sql`select public.mark_damage(${opened?.id}, ${markId}, 'left', 0.5, 0.5, 'scratch', 'minor')`
    const [mark] = await sql`select vehicle_id from public.damages where id = ${markId}`
    return String(mark?.vehicle_id)
  })
  return { reservationId: id, markId, vehicleId }
}
const open = (vehicleId: string, marks: string[], caller: Caller = staff) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.open_damage_case(${vehicleId}, ${marks}::uuid[], 20000) as id`
    return String(row?.id)
  })

test('the desk makes a case of known marks, each of them in one case only', async () => {
  const { reservationId, markId, vehicleId } = await foundAtPickup()
  expect((await refusalOf(open(vehicleId, [markId]))).code).toBe('damage_marks_missing')
  await handOver(database, company.owner, reservationId)
  const raced = await Promise.allSettled(Array.from({ length: 4 }, () => open(vehicleId, [markId])))
  const won = raced.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(won).toHaveLength(1)
  expect(await caseOf(won[0] ?? '')).toMatchObject({ status: 'estimated', estimate: 20_000 })
  expect((await refusalOf(open(vehicleId, [markId]))).code).toBe('damage_marks_missing')
  // Whoever took the vehicle over with the mark did not make it.
  expect((await refusalOf(charge(won[0] ?? '', 1_000))).code).toBe('damage_without_customer')
})

test('a viewer changes no case, staff plan no repair, and another company finds none', async () => {
  const { caseId, vehicleId, markId } = await cameBackDented()
  const viewer = await addMember(database, company.companyId, 'viewer')
  const stranger = (await foundRentalCompany(database)).owner
  for (const work of [
    () => charge(caseId, 100, randomUUID(), viewer),
    () => claim(caseId, null, viewer),
    () => repair(caseId, staff),
  ])
    expect((await refusalOf(work())).status).toBe(403)
  for (const work of [
    () => charge(caseId, 100, randomUUID(), stranger),
    () => claim(caseId, null, stranger),
    () => repair(caseId, stranger),
    () => open(vehicleId, [markId], stranger),
  ])
    expect((await refusalOf(work())).status).toBe(404)
  expect(await database.as(stranger, (sql) => sql`select id from public.damage_cases`)).toEqual([])
  const direct = database.as(company.owner, (sql) => sql`update public.damage_cases set status = 'closed'`)
  expect((await refusalOf(direct)).status).toBe(403)
})
