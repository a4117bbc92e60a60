import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { type IssuedInvoice, issueInvoice } from './support/rentals.ts'

/** Vouchers: sold, given, used in parts, by two at once, refunded, expired; their account in the ledger is always what is left of them. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Required<Pick<Caller, 'userId' | 'companyId'>>
let viewer: Caller
let invoice: IssuedInvoice
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
  viewer = await addMember(database, company.companyId, 'viewer')
})
beforeEach(async () => {
  invoice = await issueInvoice(database, company, staff, slot())
})

interface Voucher {
  id: string
  code: string
}
const sell = (rappen: number, method: string | null = 'cash', by: Caller = staff) =>
  database.as(by, async (sql) => {
    const [row] = await sql`
      select public.issue_voucher(${rappen}, ${method}, p_idempotency_key => ${randomUUID()}) as it`
    return row?.it as Voucher
  })
const redeem = (code: string, id = invoice.id, by: Caller = staff, key: string | null = null) =>
  database.as(by, async (sql) => {
    const [row] = await sql`select public.redeem_voucher(${id}, ${code}, ${key}) as it`
    return row?.it as { used_rappen: number; left_rappen: number; open_rappen: number }
  })
const balanceOf = async ({ id }: Voucher) => {
  const [row] = await database.asPostgres(
    (sql) => sql`select balance_rappen::int as left from public.vouchers where id = ${id}`,
  )
  return row?.left as number
}
const account = async (name: string) => {
  const [row] = await database.asPostgres(
    (sql) => sql`
      select coalesce(sum(amount_rappen), 0)::int as rappen from public.ledger_entries where company_id = ${company.companyId} and account = ${name}`,
  )
  return row?.rappen as number
}

/** What customers may still ask for is what the books say we owe them. */
async function expectBalanced() {
  const [row] = await database.asPostgres(
    (sql) =>
      sql`select coalesce(sum(balance_rappen), 0)::int as left from public.vouchers where company_id = ${company.companyId}`,
  )
  expect(await account('vouchers')).toBe(0 - row?.left)
}

test('a sold voucher is a debt without VAT; used in parts it pays like money, VAT and all', async () => {
  const vat = await account('vat_due')
  const voucher = await sell(invoice.openRappen - 500)
  expect(await account('vat_due')).toBe(vat)
  await expectBalanced()
  const typed = voucher.code.toLowerCase().replaceAll('-', ' ')
  expect(await redeem(typed)).toMatchObject({ left_rappen: 0, open_rappen: 500 })
  const second = await sell(2_000)
  const key = randomUUID()
  expect(await redeem(second.code, invoice.id, staff, key)).toEqual({
    used_rappen: 500,
    left_rappen: 1_500,
    open_rappen: 0,
  })
  expect(await redeem(second.code, invoice.id, staff, key)).toMatchObject({ used_rappen: 500 })
  expect(await balanceOf(second)).toBe(1_500)
  const [row] = await database.as(
    staff,
    (sql) => sql`select status from public.invoices where id = ${invoice.id}`,
  )
  expect(row?.status).toBe('paid')
  expect(await refusalOf(redeem(second.code))).toMatchObject({ code: 'nothing_to_pay' })
  expect(await refusalOf(redeem(voucher.code))).toMatchObject({ code: 'voucher_used_up' })
  await expectBalanced()
})

test('used by many at the same moment it never goes below zero', async () => {
  const invoices = [invoice, await issueInvoice(database, company, staff, slot())]
  const tokens = await Promise.all(
    invoices.map(({ id }) =>
      database.as(
        staff,
        async (sql) => (await sql`select public.invoice_pay_token(${id}) as it`)[0]?.it as string,
      ),
    ),
  )
  const voucher = await sell(3_000)
  const attempts = [...tokens, ...tokens, ...tokens].map((token) =>
    database.asAnon(
      (sql) => sql`select public.redeem_voucher_by_token(${company.slug}, ${token}, ${voucher.code})`,
    ),
  )
  const outcomes = await Promise.allSettled(attempts)
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  const [used] = await database.asPostgres(
    (sql) =>
      sql`select sum(amount_rappen)::int as rappen from public.voucher_uses where voucher_id = ${voucher.id}`,
  )
  expect([await balanceOf(voucher), used?.rappen]).toEqual([0, 3_000])
  await expectBalanced()
})

test('a refund fills the voucher again', async () => {
  const voucher = await sell(1_000)
  await redeem(voucher.code)
  await database.as(
    company.owner,
    (sql) => sql`
      select public.refund_payment(id, 400, 'Kulanz') from public.payments where invoice_id = ${invoice.id} and method = 'voucher'`,
  )
  expect(await balanceOf(voucher)).toBe(400)
  await expectBalanced()
})

test('one that has expired before it is sold is refused; the last day is a whole one of the company’s', async () => {
  const [days] = await database.asPostgres(
    (sql) =>
      sql`select today::text, (today - 1)::text as yesterday from private.today(${company.companyId}) as today`,
  )
  const until = (day: string) =>
    database.as(staff, (sql) => sql`select public.issue_voucher(5000, 'cash', ${day})`)
  expect(await refusalOf(until(days?.yesterday))).toMatchObject({ status: 422, code: 'expires_in_past' })
  await expect(until(days?.today)).resolves.toHaveLength(1)
})

test('one that is given costs the company, and only those who may refund give; what expires becomes income', async () => {
  expect((await refusalOf(sell(5_000, null))).status).toBe(403)
  const voucher = await sell(5_000, null, company.owner)
  expect(await account('voucher_gifts')).toBe(5_000)
  await database.asPostgres(
    (sql) => sql`update public.vouchers set expires_on = current_date - 2 where id = ${voucher.id}`,
  )
  expect(await refusalOf(redeem(voucher.code))).toMatchObject({ code: 'voucher_expired' })
  await database.asService((sql) => sql`select public.expire_vouchers()`)
  await database.asService((sql) => sql`select public.expire_vouchers()`)
  expect([await balanceOf(voucher), await account('voucher_expiry')]).toEqual([0, -5_000])
  await expectBalanced()
})

test('codes of others, viewers and strange amounts get nowhere', async () => {
  const voucher = await sell(1_000)
  expect(await refusalOf(redeem('AAAA-BBBB-CCCC'))).toMatchObject({ code: 'voucher_unknown' })
  expect(await refusalOf(redeem(voucher.code, invoice.id, other.owner))).toMatchObject({ status: 404 })
  expect((await refusalOf(redeem(voucher.code, invoice.id, viewer))).status).toBe(403)
  const stranger = database.asAnon(
    (sql) => sql`select public.redeem_voucher_by_token(${company.slug}, ${'0'.repeat(64)}, ${voucher.code})`,
  )
  expect(await refusalOf(stranger)).toMatchObject({ code: 'link_expired' })
  expect(await refusalOf(sell(1_002))).toMatchObject({ code: 'cash_needs_five_rappen' })
  for (const rappen of [0, -100, 1_000_005])
    expect(await refusalOf(sell(rappen))).toMatchObject({ code: 'invalid_input' })
})

test('the trail tells that a voucher was sold, but not the code that pays', async () => {
  const { id } = await sell(1_000)
  const [row] = await database.asPostgres(
    (sql) => sql`
      select v.code, l.after from public.vouchers v
      join public.audit_log l on l.table_name = 'vouchers' and l.record_id = v.id::text and l.action = 'insert' where v.id = ${id}`,
  )
  expect(row?.after.balance_rappen).toBe(1_000)
  expect(JSON.stringify(row?.after)).not.toContain(row?.code)
})

const takeBack = (
  voucher: Voucher,
  left: number | null,
  { by = company.owner as Caller, reason = 'Irrtum' as string | null } = {},
) => database.as(by, (sql) => sql`select public.void_voucher(${voucher.id}, ${reason}, ${left})`)
const paper = (voucher: Voucher, by: Caller = staff) =>
  database.as(by, async (sql) => {
    const [row] = await sql`select public.voucher_paper(${voucher.id}) as it`
    return row?.it as Record<string, unknown>
  })

test('made void, its sale is undone for what is left, without VAT, and nobody pays with it any more', async () => {
  const voucher = await sell(1_000)
  const part = await issueInvoice(database, company, staff, slot())
  await database.as(
    staff,
    (sql) => sql`select public.record_payment(${part.id}, 'bank_transfer', ${part.openRappen - 302})`,
  )
  await redeem(voucher.code, part.id)
  const before = {
    cash: await account('cash'),
    vat: await account('vat_due'),
    rounding: await account('rounding'),
  }
  await takeBack(voucher, 698)
  await takeBack(voucher, 698)
  expect(await balanceOf(voucher)).toBe(0)
  // From the till in 5-rappen steps: 7.00 for 6.98.
  expect(await account('cash')).toBe(before.cash - 700)
  expect(await account('rounding')).toBe(before.rounding + 2)
  expect(await account('vat_due')).toBe(before.vat)
  await expectBalanced()
  expect(await refusalOf(redeem(voucher.code))).toMatchObject({ status: 409, code: 'voucher_void' })
  expect(await refusalOf(paper(voucher))).toMatchObject({ code: 'voucher_void' })
  const [trail] = await database.asPostgres(
    (sql) => sql`
      select actor_user_id as by, after ->> 'void_reason' as reason from public.audit_log where table_name = 'vouchers' and record_id = ${voucher.id} and action = 'update' and after ? 'void_reason'`,
  )
  expect(trail).toMatchObject({ by: company.owner.userId, reason: 'Irrtum' })
})

test('a gift that is made void costs nothing any more; a transfer goes back by the bank', async () => {
  const gifts = await account('voucher_gifts')
  await takeBack(await sell(5_000, null, company.owner), 5_000)
  expect(await account('voucher_gifts')).toBe(gifts)
  const bank = await account('bank')
  const paid = await sell(1_234, 'bank_transfer')
  await takeBack(paid, 1_234)
  expect(await account('bank')).toBe(bank)
  await expectBalanced()
})

test('only those who may refund make void, with a reason, and what was looked at', async () => {
  const voucher = await sell(1_000)
  for (const by of [staff, viewer])
    expect((await refusalOf(takeBack(voucher, 1_000, { by }))).status).toBe(403)
  expect(await refusalOf(takeBack(voucher, 1_000, { by: other.owner }))).toMatchObject({ status: 404 })
  for (const reason of [null, '', '   ', 'x'.repeat(501)])
    expect(await refusalOf(takeBack(voucher, 1_000, { reason }))).toMatchObject({ code: 'invalid_input' })
  for (const left of [null, 0, 999])
    expect(await refusalOf(takeBack(voucher, left))).toMatchObject({ status: 409, code: 'voucher_changed' })
  const used = await sell(500)
  await redeem(used.code)
  expect(await refusalOf(takeBack(used, 0))).toMatchObject({ status: 409, code: 'voucher_used_up' })
  const old = await sell(500)
  await database.asPostgres(
    (sql) => sql`update public.vouchers set expires_on = current_date - 2 where id = ${old.id}`,
  )
  expect(await refusalOf(takeBack(old, 500))).toMatchObject({ status: 409, code: 'voucher_expired' })
  expect(await balanceOf(voucher)).toBe(1_000)
  await expectBalanced()
})

test('used and made void at the same moment, one of the two wins, and nothing is paid twice', async () => {
  for (let round = 0; round < 6; round += 1) {
    const voucher = await sell(500)
    const target = round === 0 ? invoice : await issueInvoice(database, company, staff, slot())
    const cash = await account('cash')
    const outcomes = await Promise.allSettled([
      redeem(voucher.code, target.id),
      takeBack(voucher, 500),
      takeBack(voucher, 500),
      redeem(voucher.code, target.id),
    ])
    const used = outcomes.filter(({ status }, nth) => status === 'fulfilled' && nth % 3 === 0).length
    expect(used).toBeLessThanOrEqual(1)
    expect([await balanceOf(voucher), await account('cash')]).toEqual([0, cash - (used ? 0 : 500)])
    await expectBalanced()
  }
})

test('what a refund gives back of a void voucher is its payer’s, and of a gift the company’s', async () => {
  const balance = () => account('customer_credits')
  for (const [method, mine] of [
    ['cash', 300],
    [null, 0],
  ] as const) {
    const voucher = await sell(2_000, method, company.owner)
    const target = await issueInvoice(database, company, staff, slot())
    await redeem(voucher.code, target.id)
    const left = await balanceOf(voucher)
    if (left === 0) {
      await database.as(
        company.owner,
        (sql) => sql`
        select public.refund_payment(id, 100, 'Kulanz') from public.payments where invoice_id = ${target.id} and method = 'voucher'`,
      )
    }
    await takeBack(voucher, await balanceOf(voucher))
    const [credits, gifts] = [await balance(), await account('voucher_gifts')]
    for (const part of [100, 200])
      await database.as(
        company.owner,
        (sql) => sql`
        select public.refund_payment(id, ${part}, 'Kulanz') from public.payments where invoice_id = ${target.id} and method = 'voucher'`,
      )
    expect(await balanceOf(voucher)).toBe(0)
    expect(await balance()).toBe(credits - mine)
    expect(await account('voucher_gifts')).toBe(gifts - (300 - mine))
    await expectBalanced()
  }
})

test('on paper it says what it is worth in its own language, for those who take payments', async () => {
  const voucher = await database.as(staff, async (sql) => {
    const [row] = await sql`select public.issue_voucher(10000, 'cash', p_locale => 'fr') as it`
    return row?.it as Voucher
  })
  expect(await paper(voucher)).toMatchObject({
    code: voucher.code,
    amount_rappen: 10_000,
    left_rappen: 10_000,
    locale: 'fr',
    slug: company.slug,
    books_online: true,
  })
  expect((await paper(await sell(1_000))).locale).toBe('de')
  expect(await refusalOf(paper(voucher, other.owner))).toMatchObject({ status: 404 })
  expect((await refusalOf(paper(voucher, viewer))).status).toBe(403)
  const unspoken = database.as(
    staff,
    (sql) => sql`select public.issue_voucher(10000, 'cash', p_locale => 'rm')`,
  )
  expect(await refusalOf(unspoken)).toMatchObject({ code: 'invalid_input' })
})
