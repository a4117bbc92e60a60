import { createHash, randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'

/** Stripe's payouts on the bank's statement: recognised, matched to the rappen, once; another amount waits for a person. */
const database = freshDatabase()
let company: RentalCompany

beforeEach(async () => {
  company = await foundRentalCompany(database)
})

const payout = async (
  rappen: number,
  { id = `po_${randomUUID()}`, arrives = '2026-10-20', status = 'paid' } = {},
) => {
  const it = {
    id,
    status,
    amount_rappen: rappen,
    currency: 'chf',
    arrives_on: arrives,
    paid_out_at: `${arrives}T06:00:00Z`,
  }
  await database.asService((sql) => sql`select public.record_payout(${company.companyId}, ${sql.json(it)})`)
  const [row] = await database.asPostgres(
    (sql) => sql`
      select id from public.payouts where company_id = ${company.companyId} and provider_ref = ${id}`,
  )
  return { id: row?.id as string, ref: id }
}

interface Credit {
  rappen: number
  payer?: string
  message?: string
  on?: string
}
const importFile = (credits: Credit[]) =>
  database.as(company.owner, async (sql) => {
    const file = {
      file_name: 'camt.xml',
      sha256: createHash('sha256').update(randomUUID()).digest('hex'),
      format: 'camt.053.001.08',
    }
    const entries = credits.map(({ rappen, payer, message, on }) => ({
      key: randomUUID(),
      amount_rappen: rappen,
      currency: 'CHF',
      booked_on: on ?? '2026-10-20',
      debtor_name: payer ?? 'Stripe Technology Europe, Ltd.',
      message: message ?? 'STRIPE PAYOUT',
    }))
    const [row] = await sql`select public.import_bank_file(${sql.json(file)}, ${sql.json(entries)}) as it`
    return row?.it as { payout: number; open: number; unknown: number }
  })
const openEntries = () =>
  database.as(company.owner, async (sql) => {
    const [row] = await sql`select public.list_open_bank_entries() as it`
    return row?.it as { id: string; finding: string; payouts: { id: string; amount_rappen: number }[] }[]
  })
const account = (name: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select coalesce(sum(amount_rappen), 0)::int as rappen from public.ledger_entries where company_id = ${company.companyId} and account = ${name}`
    return row?.rappen as number
  })
const assign = (entryId: string, payoutId: string, by = company.owner) =>
  database.as(by, (sql) => sql`select public.assign_bank_entry_to_payout(${entryId}, ${payoutId})`)

test('a payout arrives: from what is on the way to the bank, and nothing waits', async () => {
  await payout(41_260)
  expect(await account('payouts_in_transit')).toBe(41_260)
  expect(await importFile([{ rappen: 41_260 }])).toMatchObject({ payout: 1, open: 0, unknown: 0 })
  expect(await account('payouts_in_transit')).toBe(0)
  expect(await account('unallocated_receipts')).toBe(0)
  expect(await account('bank')).toBe(41_260)
  expect(await openEntries()).toEqual([])
})

test('the bank’s file may come before Stripe’s word', async () => {
  expect(await importFile([{ rappen: 41_260 }])).toMatchObject({ payout: 0, open: 1 })
  await Promise.all([1, 2, 3].map(() => payout(41_260, { id: 'po_late' })))
  expect(await openEntries()).toEqual([])
  expect(await account('payouts_in_transit')).toBe(0)
})

test('two payouts of one amount are two entries; a third entry waits', async () => {
  await payout(5_000)
  await payout(5_000, { arrives: '2026-10-21' })
  expect(await importFile([{ rappen: 5_000 }, { rappen: 5_000 }, { rappen: 5_000 }])).toMatchObject({
    payout: 2,
    open: 1,
  })
  expect(await account('payouts_in_transit')).toBe(0)
  expect(await account('unallocated_receipts')).toBe(-5_000)
})

test('another amount waits with the payouts it may be, and the difference is the banks’ when somebody says so', async () => {
  const { id } = await payout(41_260)
  await importFile([{ rappen: 41_160 }])
  const [waiting] = await openEntries()
  expect(waiting).toMatchObject({ finding: 'payout', payouts: [{ id, amount_rappen: 41_260 }] })
  await assign(waiting?.id ?? '', id)
  await assign(waiting?.id ?? '', id)
  expect(await openEntries()).toEqual([])
  expect(await account('payouts_in_transit')).toBe(0)
  expect(await account('payment_fees')).toBe(100)
  expect(await account('unallocated_receipts')).toBe(0)
})

test.each([
  ['another payer', { payer: 'Anna Muster', message: 'Miete' }],
  ['a name that only holds the word', { payer: 'Pinstripes AG', message: 'Danke' }],
  ['a day long after', { on: '2026-11-23' }],
])('%s is no payout', async (_, credit) => {
  await payout(41_260)
  expect(await importFile([{ rappen: 41_260, ...credit }])).toMatchObject({ payout: 0, open: 1 })
  expect(await account('payouts_in_transit')).toBe(41_260)
})

test('a payout that failed does not arrive, and one arrives once', async () => {
  const failed = await payout(7_000)
  await payout(7_000, { id: failed.ref, status: 'failed' })
  await importFile([{ rappen: 7_000 }])
  const [waiting] = await openEntries()
  expect(waiting).toMatchObject({ finding: 'payout', payouts: [] })
  expect(await refusalOf(assign(waiting?.id ?? '', failed.id))).toMatchObject({ code: 'payout_arrived' })
  const { id } = await payout(9_000)
  await importFile([{ rappen: 9_000 }])
  expect(await refusalOf(assign(waiting?.id ?? '', id))).toMatchObject({ code: 'payout_arrived' })
})

test('only who takes payments says so, and only of their own company', async () => {
  const { id } = await payout(41_260)
  await importFile([{ rappen: 1 }])
  const [waiting] = await openEntries()
  const viewer = await addMember(database, company.companyId, 'viewer')
  expect(await refusalOf(assign(waiting?.id ?? '', id, viewer))).toMatchObject({ code: 'forbidden' })
  const other = await foundRentalCompany(database)
  expect(await refusalOf(assign(waiting?.id ?? '', id, other.owner))).toMatchObject({ code: 'not_found' })
})
