import '../unit/support/environment.ts'
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { CompanyContext } from '@/lib/core/context'
import {
  adoptStarterPrices,
  listDamagePrices,
  removeDamagePrice,
  saveDamagePrice,
} from '@/lib/damages/prices'
import { DamagePriceChange } from '@/lib/damages/schema'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, handOver, signatures } from './support/rentals.ts'
import { tokenFor } from './support/tokens.ts'

/** What damage costs stands on a list; whoever charges something else says why. */
const database = freshDatabase()
let company: RentalCompany
const gateway = gatewayOn(database, async () => {
  company = await foundRentalCompany(database)
})
const slot = freeSlots(() => company)
let owner: CompanyContext

beforeAll(async () => {
  owner = await contextOf(company.owner)
})

async function contextOf({ companyId, userId }: RentalCompany['owner']): Promise<CompanyContext> {
  const token = await tokenFor(gateway, { sub: userId, company_id: companyId })
  return { companyId, db: gateway.client(undefined, token), log: { info: () => {} } } as never
}

const priceOf = (fields: object) =>
  DamagePriceChange.parse({ kind: 'dent', view: '', minorRappen: '25000', ...fields })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (refusal) => refusal.code,
  )

test('an empty list is filled once, then changed and thinned out by those who may', async () => {
  expect(await listDamagePrices(owner)).toEqual([])
  await adoptStarterPrices(owner)
  const starter = await listDamagePrices(owner)
  expect(starter.length).toBeGreaterThan(5)
  expect(await codeOf(adoptStarterPrices(owner))).toBe('already_exists')

  expect(await codeOf(saveDamagePrice(owner, priceOf({})))).toBe('already_exists')
  await saveDamagePrice(owner, priceOf({ view: 'rear', majorRappen: '90000' }))
  const added = (await listDamagePrices(owner)).find(({ kind, view }) => kind === 'dent' && view === 'rear')
  expect(added).toMatchObject({ minorRappen: 25_000, mediumRappen: null, majorRappen: 90_000 })
  const { id = '', updatedAt = '' } = added ?? {}
  const again = (minorRappen: string) =>
    saveDamagePrice(owner, priceOf({ id, seenAt: updatedAt, view: 'rear', minorRappen }))
  await again('26000')
  expect(await codeOf(again('27000'))).toBe('changed_meanwhile')
  await removeDamagePrice(owner, { id })
  expect(await codeOf(removeDamagePrice(owner, { id }))).toBe('not_found')
})

test('staff read the list and do not write it; another company sees none of it', async () => {
  const staff = await contextOf(await addMember(database, company.companyId, 'staff'))
  expect((await listDamagePrices(staff)).length).toBeGreaterThan(0)
  expect(await codeOf(saveDamagePrice(staff, priceOf({ view: 'left' })))).toBe('forbidden')
  const [first] = await listDamagePrices(owner)
  expect(await codeOf(saveDamagePrice(staff, { ...priceOf({ view: 'left' }), id: first?.id }))).toBe(
    'not_found',
  )
  expect(await codeOf(removeDamagePrice(staff, { id: first?.id ?? '' }))).toBe('forbidden')
  const stranger = await contextOf((await foundRentalCompany(database)).owner)
  expect(await listDamagePrices(stranger)).toEqual([])
  expect(await codeOf(removeDamagePrice(stranger, { id: first?.id ?? '' }))).toBe('not_found')
})

test('a price without any amount is no price', () => {
  expect(DamagePriceChange.safeParse({ kind: 'dent', minorRappen: '' }).success).toBe(false)
  expect(DamagePriceChange.safeParse({ kind: 'dent', minorRappen: '-1' }).success).toBe(false)
  expect(DamagePriceChange.safeParse({ kind: 'rust', minorRappen: '1' }).success).toBe(false)
})

/** A return that is open, with whoever takes it. */
async function openReturn(caller: Caller = company.owner) {
  const pickup = await handOver(database, company.owner, (await bookAndPay(database, company, slot())).id)
  return database.as(caller, async (sql) => {
    const [row] = await sql`select public.start_return(${pickup.contractId}) ->> 'handover_id' as id`
    return { ...pickup, returnId: String(row?.id) }
  })
}

/** Marks a scratch whose list price is 180 francs. */
const markAt = (handoverId: string, chargeRappen: number, reason: string | null = null) =>
  database.as(
    company.owner,
    (sql) => sql`
      select public.mark_damage(${handoverId}, ${randomUUID()}, 'left', 0.5, 0.5, 'scratch', 'minor', 'Tür', ${chargeRappen}, null, 18000, ${reason})`,
  )

test('another charge than the list price needs a reason, and the settlement tells both', async () => {
  const { returnId, contractId, odometerKm } = await openReturn()
  await markAt(returnId, 18_000)
  expect((await refusalOf(markAt(returnId, 9_000))).code).toBe('invalid_input')
  expect((await refusalOf(markAt(returnId, 9_000, '   '))).code).toBe('invalid_input')
  await markAt(returnId, 9_000, 'Schon poliert')
  const lines = await database.as(company.owner, async (sql) => {
    await sql`
      select public.complete_return(${returnId}, ${sql.json({ odometer_km: odometerKm, fuel_percent: 100 })}, ${sql.json(signatures(company.companyId))})`
    return sql`
      select amount_rappen::int as charged, vat_bp, trace ->> 'list_rappen' as listed, trace ->> 'charge_reason' as reason
      from public.contract_lines where contract_id = ${contractId} and kind = 'damage' order by position`
  })
  expect(lines).toEqual([
    { charged: 18_000, vat_bp: 0, listed: '18000', reason: null },
    { charged: 9_000, vat_bp: 0, listed: '18000', reason: 'Schon poliert' },
  ])
  const proof = await database.as(
    company.owner,
    (sql) => sql`select public.verify_evidence(${contractId}) -> 'faults' as faults`,
  )
  expect(proof[0]?.faults).toEqual([])
})

test('at a pickup nothing is priced', async () => {
  const { id } = await bookAndPay(database, company, slot())
  const [mark] = await database.as(company.owner, async (sql) => {
    const [opened] = await sql`select public.start_pickup(${id}) ->> 'handover_id' as id`
    await sql`
      select public.mark_damage(${opened?.id}, ${randomUUID()}, 'left', 0.5, 0.5, 'scratch', 'minor', null, 500, null, 18000, 'Grund')`
    return sql`select charge_rappen::int as charged, list_rappen, charge_reason from public.damages where handover_id = ${opened?.id}`
  })
  expect(mark).toEqual({ charged: 0, list_rappen: null, charge_reason: null })
})
