import { randomUUID } from 'node:crypto'
import type { JSONValue } from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, handOver, signatures } from './support/rentals.ts'

/** What a customer pays of damage at most: agreed with the price, lowered by an extra, held to at the settlement. */
const database = freshDatabase()
let company: RentalCompany
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  await database.as(company.owner, async (sql) => {
    await sql`update public.vehicle_categories set excess_rappen = 100000 where company_id = ${company.companyId}`
    await sql`update public.extras set excess_rappen = 30000 where id = ${company.extras.excess_reduction}`
  })
})

const reduced = (): JSONValue => [{ extra_id: company.extras.excess_reduction, quantity: 1 }]

/** A rental that comes back with new damage of these amounts. */
async function damaged(charges: number[], extras: JSONValue = []) {
  const pickup = await handOver(
    database,
    company.owner,
    (await bookAndPay(database, company, { ...slot(), extras })).id,
  )
  const { contractId, odometerKm } = pickup
  const returnId = await database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.start_return(${contractId}) ->> 'handover_id' as id`
    return String(row?.id)
  })
  for (const charge of charges)
    await database.as(
      company.owner,
      (sql) => sql`
        select public.mark_damage(${returnId}, ${randomUUID()}, 'rear', 0.2, 0.5, 'dent', 'minor', p_charge_rappen => ${charge})`,
    )
  const preview = await database.as(company.owner, async (sql) => {
    const [row] =
      await sql`select public.preview_settlement(${returnId}, ${odometerKm}, 100) -> 'lines' as lines`
    return row?.lines as { kind: string; amount_rappen: number; trace: Record<string, unknown> }[]
  })
  await database.as(
    company.owner,
    (sql) => sql`
      select public.complete_return(${returnId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100 })}, ${sql.json(signatures(company.companyId))})`,
  )
  const lines = await database.asPostgres(
    (sql) => sql`
      select amount_rappen::int as amount, trace ->> 'full_rappen' as whole, trace ->> 'excess_rappen' as excess
      from public.contract_lines where contract_id = ${contractId} and kind = 'damage' order by position`,
  )
  const [opened] = await database.asPostgres(
    (sql) => sql`
      select id, estimate_rappen::int as estimate, excess_rappen::int as excess, charged_rappen::int as charged from public.damage_cases where contract_id = ${contractId}`,
  )
  return { contractId, preview, lines: [...lines], case: opened }
}

test('the excess goes with the price of a category, and the extra lowers it, wherever the price is asked for', async () => {
  const { vehicleId, startsAt, endsAt } = slot()
  const excessOf = (extras: JSONValue) =>
    database.asPostgres(async (sql) => {
      const wish = { starts_at: startsAt, ends_at: endsAt, extras }
      const [row] = await sql`
        select private.price_rental(v.company_id, ${sql.json({ ...wish, vehicle_id: vehicleId })}) ->> 'excess_rappen' as one,
          (select price ->> 'excess_rappen' from private.price_vehicles(v.company_id, ${sql.json(wish)}, array[v.id])) as searched,
          (select price ->> 'excess_rappen' from private.price_categories(v.company_id, ${sql.json(wish)}) p where p.category_id = v.category_id) as category
        from public.vehicles v where v.id = ${vehicleId}`
      return [row?.one, row?.searched, row?.category]
    })
  expect(await excessOf([])).toEqual(['100000', '100000', '100000'])
  expect(await excessOf(reduced())).toEqual(['30000', '30000', '30000'])
  expect(await excessOf([{ extra_id: company.extras.child_seat, quantity: 1 }])).toEqual([
    '100000',
    '100000',
    '100000',
  ])
})

test('damage beneath the excess is charged whole', async () => {
  const { lines, case: opened } = await damaged([40_000, 25_000])
  expect(lines).toEqual([
    { amount: 40_000, whole: null, excess: null },
    { amount: 25_000, whole: null, excess: null },
  ])
  expect(opened).toMatchObject({ excess: 100_000, charged: 65_000, estimate: 65_000 })
})

test('beyond it the settlement stops, the case knows the whole, and nothing can follow', async () => {
  const { lines, preview, case: opened, contractId } = await damaged([80_000, 70_000, 10_000])
  expect(lines).toEqual([
    { amount: 80_000, whole: null, excess: null },
    { amount: 20_000, whole: '70000', excess: '100000' },
    { amount: 0, whole: '10000', excess: '100000' },
  ])
  expect(preview.filter(({ kind }) => kind === 'damage').map((line) => line.amount_rappen)).toEqual([
    80_000, 20_000, 0,
  ])
  expect(opened).toMatchObject({ excess: 100_000, charged: 100_000, estimate: 160_000 })
  const more = database.as(company.owner, (sql) => sql`select public.charge_damage(${opened?.id}, 1)`)
  expect((await refusalOf(more)).code).toBe('charge_exceeds_excess')
  const invoiced = await database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.issue_invoice(${contractId}) as id`
    return sql`
      select sum(amount_rappen)::int as sum from public.invoice_lines where invoice_id = ${row?.id} and kind = 'damage'`
  })
  expect(invoiced[0]?.sum).toBe(100_000)
})

test('more than the excess that was signed needs a reason, which stands with the case', async () => {
  const { case: opened } = await damaged([150_000])
  const raise = (excess: number | null, reason: string | null = null) =>
    database.as(
      company.owner,
      (sql) => sql`select public.estimate_damage(${opened?.id}, 150000, ${excess}, null, ${reason})`,
    )
  const known = async () => {
    const [row] = await database.asPostgres(
      (sql) => sql`
        select excess_rappen::int as excess, agreed_excess_rappen::int as agreed, excess_reason as reason
        from public.damage_cases where id = ${opened?.id}`,
    )
    return row
  }
  for (const excess of [100_001, null])
    expect(await refusalOf(raise(excess, '  '))).toMatchObject({
      status: 422,
      code: 'reason_missing',
      details: { agreed_excess_rappen: 100_000 },
    })
  expect(await known()).toEqual({ excess: 100_000, agreed: 100_000, reason: null })
  await raise(150_000, ' Grobe Fahrlässigkeit ')
  expect(await known()).toEqual({ excess: 150_000, agreed: 100_000, reason: 'Grobe Fahrlässigkeit' })
  await database.as(company.owner, (sql) => sql`select public.charge_damage(${opened?.id}, 50000)`)
  // Not even the owner of the database writes it without a reason.
  await expect(
    database.asPostgres(
      (sql) => sql`update public.damage_cases set excess_reason = null where id = ${opened?.id}`,
    ),
  ).rejects.toThrow('damage_cases_excess_explained')
})

test('whoever took the reduction pays no more than that', async () => {
  const { lines, case: opened } = await damaged([80_000], reduced())
  expect(lines).toEqual([{ amount: 30_000, whole: '80000', excess: '30000' }])
  expect(opened).toMatchObject({ excess: 30_000, charged: 30_000, estimate: 80_000 })
})

test('what was agreed stays when the company changes its mind', async () => {
  const booking = await bookAndPay(database, company, slot())
  await database.as(
    company.owner,
    (sql) =>
      sql`update public.vehicle_categories set excess_rappen = 500000 where company_id = ${company.companyId}`,
  )
  const [row] = await database.asPostgres(
    (sql) =>
      sql`select price ->> 'excess_rappen' as excess from public.reservations where id = ${booking.id}`,
  )
  expect(row?.excess).toBe('100000')
  await database.as(
    company.owner,
    (sql) =>
      sql`update public.vehicle_categories set excess_rappen = null where company_id = ${company.companyId}`,
  )
  const { lines, case: opened } = await damaged([900_000])
  expect(lines).toEqual([{ amount: 900_000, whole: null, excess: null }])
  expect(opened).toMatchObject({ excess: null, charged: 900_000 })
})
