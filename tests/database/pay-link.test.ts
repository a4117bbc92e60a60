import { beforeAll, beforeEach, expect, test } from 'vitest'
import { addMember } from './support/companies.ts'
import { type Caller, freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { refusalOf } from './support/refusals.ts'
import { type IssuedInvoice, issueInvoice } from './support/rentals.ts'

/** Paying an invoice without logging in: by its link, or from the card on file. */
const database = freshDatabase()
let company: RentalCompany
let other: RentalCompany
let staff: Required<Pick<Caller, 'userId' | 'companyId'>>
let invoice: IssuedInvoice
let token: string

beforeAll(async () => {
  company = await foundRentalCompany(database)
  other = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
})

const slot = freeSlots(() => company)
const tokenOf = (caller: Caller, id: string) =>
  database.as(caller, async (sql) => {
    const [row] = await sql`select public.invoice_pay_token(${id}) as token`
    return row?.token as string
  })
beforeEach(async () => {
  invoice = await issueInvoice(database, company, staff, slot())
  token = await tokenOf(staff, invoice.id)
})

interface Begun {
  payment_id: string
  amount_rappen: number
}
const begin = (slug = company.slug, given = token) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.begin_card_payment(${slug}, ${given}) as it`
    return row?.it as Begun
  })
const look = (slug = company.slug, given = token) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.invoice_by_token(${slug}, ${given}) as it`
    return row?.it as { open_rappen: number; status: string } | null
  })
const settle = ({ payment_id, amount_rappen }: Begun) =>
  database.asService(async (sql) => {
    const [row] = await sql`
      select public.settle_payment(${company.companyId}, ${payment_id}, 'cs_1', ${`pi_${payment_id}`}, ${amount_rappen}, 'chf', 'cus_1', 'pm_1') as it`
    return row?.it as string
  })
const payAtDesk = (rappen: number) =>
  database.as(staff, (sql) => sql`select public.record_payment(${invoice.id}, 'bank_transfer', ${rappen})`)
const ledger = () =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select account, sum(amount_rappen)::int as rappen from public.ledger_entries where company_id = ${company.companyId} group by account`
    return Object.fromEntries(rows.map(({ account, rappen }) => [account, rappen])) as Record<string, number>
  })

test('the link shows the invoice and pays it, once', async () => {
  expect(await look()).toMatchObject({ open_rappen: invoice.openRappen, status: 'partially_paid' })
  const begun = await begin()
  expect(begun.amount_rappen).toBe(invoice.openRappen)
  const before = await ledger()
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => settle(begun)))
  expect(outcomes.filter((outcome) => outcome === 'settled')).toHaveLength(1)
  expect(await look()).toMatchObject({ open_rappen: 0, status: 'paid' })
  const after = await ledger()
  expect(after.stripe_clearing).toBe((before.stripe_clearing ?? 0) + invoice.openRappen)
  expect(after.receivables).toBe((before.receivables ?? 0) - invoice.openRappen)
  expect(await refusalOf(begin())).toMatchObject({ status: 409, code: 'nothing_to_pay' })
})

test('pressing ten times is one payment, and a changed amount another', async () => {
  const begun = await Promise.all(Array.from({ length: 10 }, () => begin()))
  expect(new Set(begun.map(({ payment_id }) => payment_id)).size).toBe(1)
  await payAtDesk(1_000)
  const again = await begin()
  expect(again.payment_id).not.toBe(begun[0]?.payment_id)
  expect(again.amount_rappen).toBe(invoice.openRappen - 1_000)
})

test.each([
  [49, false],
  [50, true],
  [99_999_999, true],
  [100_000_000, false],
])(
  '%i rappen are taken from a card: %s, as Stripe takes no less and no more at once',
  async (rappen, takes) => {
    const lines = [{ text: 'Miete', quantity: 1, unit_rappen: rappen, vat_bp: 0 }]
    const id = await database.as(staff, async (sql) => {
      const [draft] = await sql`
      select public.save_invoice_draft((select customer_id from public.invoices limit 1), ${sql.json({ lines })}) as id`
      await sql`select public.issue_invoice_draft(${draft?.id})`
      return String(draft?.id)
    })
    token = await tokenOf(staff, id)
    expect(await look()).toMatchObject({ takes_cards: takes })
    if (takes) expect((await begin()).amount_rappen).toBe(rappen)
    else expect(await refusalOf(begin())).toMatchObject({ status: 409, code: 'cards_not_ready' })
  },
)

test('what was paid twice becomes the customer’s balance', async () => {
  const begun = await begin()
  await payAtDesk(invoice.openRappen - 300)
  const before = await ledger()
  expect(await settle(begun)).toBe('settled')
  expect(await look()).toMatchObject({ open_rappen: 0, status: 'paid' })
  expect((await ledger()).customer_credits).toBe((before.customer_credits ?? 0) - (invoice.openRappen - 300))
  expect(await look()).toMatchObject({ overpaid_rappen: invoice.openRappen - 300 })
})

test('whoever pays a page that stood open while the invoice became void reads that the money is theirs', async () => {
  const begun = await begin()
  await database.asPostgres((sql) => sql`update public.invoices set status = 'void' where id = ${invoice.id}`)
  expect(await settle(begun)).toBe('settled')
  expect(await look()).toMatchObject({ status: 'void', open_rappen: 0, overpaid_rappen: begun.amount_rappen })
})

test('a wrong link, another company’s, a lapsed one: nothing', async () => {
  expect(await look(company.slug, 'x')).toBeNull()
  expect(await look(other.slug)).toBeNull()
  expect(await refusalOf(begin(other.slug))).toMatchObject({ status: 404, code: 'link_expired' })
  expect(await refusalOf(tokenOf(other.owner, invoice.id))).toMatchObject({ status: 404 })
  expect(
    await refusalOf(tokenOf(await addMember(database, company.companyId, 'viewer'), invoice.id)),
  ).toMatchObject({ code: 'forbidden' })
  await database.asPostgres(
    (sql) =>
      sql`update public.invoice_links set expires_at = now() - interval '1 second' where invoice_id = ${invoice.id}`,
  )
  expect(await look()).toBeNull()
  expect(await refusalOf(begin())).toMatchObject({ code: 'link_expired' })
})

test('the card on file is charged once; refused, the customer gets the link', async () => {
  const charge = (caller: Caller = staff) =>
    database.as(caller, async (sql) => {
      const [row] = await sql`select public.charge_card_on_file(${invoice.id}) as id`
      return row?.id as string
    })
  const ids = await Promise.all(Array.from({ length: 5 }, () => charge()))
  expect(new Set(ids).size).toBe(1)
  expect(await refusalOf(charge(other.owner))).toMatchObject({ status: 404 })
  const refuse = () =>
    database.asService(
      (sql) =>
        sql`select public.refuse_charge(${company.companyId}, ${ids[0] ?? ''}, 'authentication_required')`,
    )
  await Promise.all([refuse(), refuse()])
  const mails = await database.asPostgres(
    (sql) =>
      sql`select payload from public.outbox where topic = 'mail.payment_request' and key = ${ids[0] ?? ''}`,
  )
  expect(mails.map(({ payload }) => payload)).toEqual([{ invoice_id: invoice.id, reason: 'card_refused' }])
  expect(await look()).toMatchObject({ open_rappen: invoice.openRappen })
})

test('without a card nothing is charged', async () => {
  await database.asPostgres((sql) => sql`update public.customers set payment_method_id = null`)
  const charge = database.as(staff, (sql) => sql`select public.charge_card_on_file(${invoice.id})`)
  expect(await refusalOf(charge)).toMatchObject({ status: 409, code: 'card_missing' })
})

test('a tip is given on the page of a paid invoice, once, and is owed to the staff', async () => {
  const tip = (rappen: number | null, slug = company.slug) =>
    database.asAnon(async (sql) => {
      const [row] = await sql`select public.begin_tip(${slug}, ${token}, ${rappen}) as it`
      return row?.it as Begun
    })
  expect(await refusalOf(tip(500))).toMatchObject({ status: 409, code: 'tips_off' })
  await database.as(company.owner, (sql) => sql`update public.companies set accepts_tips = true`)
  // What is still owed comes first.
  expect(await refusalOf(tip(500))).toMatchObject({ code: 'tips_off' })
  await payAtDesk(invoice.openRappen)
  expect(await look()).toMatchObject({ takes_tip: true, tip: null })
  for (const rappen of [null, -500, 0, 99, 100_001])
    expect(await refusalOf(tip(rappen))).toMatchObject({ status: 422, code: 'invalid_input' })
  expect(await refusalOf(tip(500, other.slug))).toMatchObject({ code: 'link_expired' })

  const before = await ledger()
  const [begun, again] = await Promise.all([tip(700), tip(700)])
  expect(again).toEqual(begun)
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => settle(begun)))
  expect(outcomes.filter((outcome) => outcome === 'settled')).toHaveLength(1)
  expect(await look()).toMatchObject({
    status: 'paid',
    open_rappen: 0,
    tip: { status: 'succeeded', amount_rappen: 700 },
  })
  const after = await ledger()
  expect(after).toEqual({ ...before, stripe_clearing: (before.stripe_clearing ?? 0) + 700, tips: -700 })

  const back = (rappen: number) =>
    database.as(
      company.owner,
      (sql) => sql`select public.refund_payment(${begun.payment_id}, ${rappen}, 'Kulanz')`,
    )
  expect(await refusalOf(back(701))).toMatchObject({ code: 'refund_exceeds_payment' })
  await back(200)
  expect((await ledger()).tips).toBe(-500)
  expect(await look()).toMatchObject({ status: 'paid', open_rappen: 0 })
})
