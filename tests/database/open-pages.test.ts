import { beforeAll, expect, test, vi } from 'vitest'
import type { ServiceContext, SiteContext } from '@/lib/core/context'
import { closePage } from '@/lib/integrations/stripe/close-page'
import { onCheckoutSession } from '@/lib/integrations/stripe/events/checkout-session'
import { onRefund } from '@/lib/integrations/stripe/events/refund'
import { openPage } from '@/lib/integrations/stripe/payment-page'
import { payInvoiceByCard, tipByCard } from '@/lib/money/pay-link/commands'
import type { Db } from '@/lib/supabase/client'
import '../unit/support/environment.ts'
import { payOnPage } from '../emulators/support/stripe-world.ts'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { type Booking, bookOnSite, handOver, issueInvoice, takeBack } from './support/rentals.ts'
import { type EmulatedStripe, emulateStripe } from './support/stripe-emulator.ts'

const emulated = vi.hoisted(() => ({ db: undefined }) as Partial<EmulatedStripe> & { db: unknown })
vi.mock('@/lib/supabase/admin', () => ({ createAdminClient: () => emulated.db }))
vi.mock('@/lib/integrations/stripe/client', () => ({ actingAs: () => ({}), stripe: () => emulated.stripe }))

/** Payment pages that stand open at Stripe while what they ask for goes away. */
const stripe = emulateStripe(emulated)
const database = freshDatabase()
const gateway = gatewayOn(database)
const CARD = '4242 4242 4242 4242'
let company: RentalCompany
let staff: { userId: string; companyId: string }
let db: Db
let site: SiteContext

beforeAll(async () => {
  company = await foundRentalCompany(database)
  staff = await addMember(database, company.companyId, 'staff')
  await database.as(company.owner, (sql) => sql`update public.companies set accepts_tips = true`)
  db = gateway.client(gateway.secretKey) as unknown as Db
  emulated.db = db
  site = {
    db: gateway.client(gateway.publishableKey),
    company: { slug: company.slug },
    companyId: company.companyId,
    requestId: 'request',
    locale: 'de',
  } as unknown as SiteContext
})

const slot = freeSlots(() => company)

/** An invoice with something open, and its private link. */
async function owed() {
  const invoice = await issueInvoice(database, company, staff, slot())
  const token = await database.as(staff, async (sql) => {
    const [row] = await sql`select public.invoice_pay_token(${invoice.id}) as token`
    return row?.token as string
  })
  return { ...invoice, token }
}
type Owed = Awaited<ReturnType<typeof owed>>

const idOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? ''
const stateOf = async (url: string) => (await stripe.stripe.checkout.sessions.retrieve(idOf(url))).status
const payAtDesk = ({ id }: Owed, rappen: number) =>
  database.as(staff, (sql) => sql`select public.record_payment(${id}, 'bank_transfer', ${rappen})`)
const look = ({ token }: Owed) =>
  database.asAnon(async (sql) => {
    const [row] = await sql`select public.invoice_by_token(${company.slug}, ${token}) as it`
    return row?.it as Record<string, unknown>
  })
const inAccount = (account: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select coalesce(sum(amount_rappen), 0)::int as rappen from public.ledger_entries where company_id = ${company.companyId} and account = ${account}`
    return row?.rappen as number
  })
const heard = (url: string) => onCheckoutSession(db, idOf(url), company.stripeAccount)

/** What the outbox has to close, and since when it may. */
const closing = (url: string) =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select id, topic, payload, run_at <= now() as due from public.outbox where topic = 'stripe.close_page' and key = ${idOf(url)}`
    return rows.map((row) => ({ ...row })) as unknown as { id: string; topic: string; due: boolean }[]
  })

/** The worker's turn on what is to be closed, twice, as after a lost answer. */
async function work(url: string): Promise<void> {
  const ctx = { db, companyId: company.companyId, log: { info: () => {} } } as unknown as ServiceContext
  const payload = { session: idOf(url) }
  const job = { id: 'job', topic: 'stripe.close_page', payload, attempts: 1 }
  await closePage(ctx, job)
  await closePage(ctx, job)
}

const ENDS: Record<string, (invoice: Owed) => Promise<unknown>> = {
  'paid at the desk': (invoice) => payAtDesk(invoice, invoice.openRappen),
  'paid in part': (invoice) => payAtDesk(invoice, 500),
  'paid by voucher': ({ id }) =>
    database.as(
      staff,
      (sql) => sql`select public.redeem_voucher(${id}, public.issue_voucher(2000, 'cash') ->> 'code')`,
    ),
  'credited whole': async ({ id }) => {
    await database.as(company.owner, async (sql) => {
      for (const { id: payment, amount } of await sql`
        select id, amount_rappen - refunded_rappen as amount from public.payments where invoice_id = ${id} and status = 'succeeded'`)
        await sql`select public.refund_payment(${payment}, ${amount}, 'Storno')`
      await sql`select public.credit_invoice(id, due_rappen - paid_rappen, 'Storno') from public.invoices where id = ${id}`
    })
    expect(
      await database.asPostgres((sql) => sql`select status from public.invoices where id = ${id}`),
    ).toMatchObject([{ status: 'void' }])
  },
  'taken from the card on file': ({ id }) =>
    database.as(staff, (sql) => sql`select public.charge_card_on_file(${id})`),
}
test.each(Object.keys(ENDS))('the page of an invoice that is %s closes, and takes no money', async (end) => {
  const invoice = await owed()
  const url = await payInvoiceByCard(site, invoice.token)
  expect(await closing(url)).toEqual([])
  await ENDS[end]?.(invoice)
  expect(await closing(url)).toMatchObject([{ payload: { session: idOf(url) }, due: true }])
  await work(url)
  expect(await stateOf(url)).toBe('expired')
  await expect(payOnPage(url, CARD)).rejects.toThrow('410')
})

test('whoever pays a page that was closed gets a new one, though the same is owed again', async () => {
  const invoice = await owed()
  const url = await payInvoiceByCard(site, invoice.token)
  await payAtDesk(invoice, 500)
  await work(url)
  await database.asPostgres(
    (sql) => sql`select private.apply_to_invoice(${company.companyId}, ${invoice.id}, -500)`,
  )
  const again = await payInvoiceByCard(site, invoice.token)
  expect(idOf(again)).not.toBe(idOf(url))
  await payOnPage(again, CARD)
  await heard(again)
  expect(await look(invoice)).toMatchObject({ status: 'paid', open_rappen: 0, overpaid_rappen: 0 })
})

test('money that came before its page closed is booked by the worker, is its payer’s, and work of the desk until it is settled', async () => {
  const invoice = await owed()
  const url = await payInvoiceByCard(site, invoice.token)
  await payAtDesk(invoice, invoice.openRappen)
  await payOnPage(url, CARD)
  // The event is late, or lost.
  await work(url)
  await heard(url)
  expect(await look(invoice)).toMatchObject({ status: 'paid', overpaid_rappen: invoice.openRappen })
  const tasks = () =>
    database.as(staff, async (sql) => {
      const [row] = await sql`select public.list_day() -> 'tasks' as tasks`
      const all = row?.tasks as { kind: string; invoice_id?: string; amount_rappen?: number }[]
      return all.filter(({ kind, invoice_id }) => kind === 'overpaid' && invoice_id === invoice.id)
    })
  expect(await tasks()).toMatchObject([{ amount_rappen: invoice.openRappen }])
  await database.as(
    company.owner,
    (sql) => sql`
      select public.refund_payment(p.id, p.amount_rappen, 'Doppelt bezahlt') from public.payments p where p.invoice_id = ${invoice.id} and p.method = 'card' and p.purpose = 'invoice'`,
  )
  expect(await tasks()).toEqual([])
  expect(await look(invoice)).toMatchObject({ status: 'paid', overpaid_rappen: 0 })
})

test('a page is one however it is asked for, also in another language', async () => {
  const invoice = await owed()
  const [one, two] = await Promise.all([
    payInvoiceByCard(site, invoice.token),
    payInvoiceByCard(site, invoice.token),
  ])
  expect(idOf(two)).toBe(idOf(one))
  expect(idOf(await payInvoiceByCard({ ...site, locale: 'fr' }, invoice.token))).toBe(idOf(one))
})

test('of two pages opened at the same moment one closes; paid both, the second money is its payer’s', async () => {
  const invoice = await owed()
  const pages = await Promise.all([
    payInvoiceByCard(site, invoice.token),
    payInvoiceByCard({ ...site, locale: 'fr' }, invoice.token).catch(() => null),
  ])
  const urls = pages.filter((url) => url !== null)
  const open = await database.asPostgres(async (sql) => {
    const [row] = await sql`
      select count(*)::int as pages from public.checkout_pages c join public.payments p on p.id = c.payment_id where p.invoice_id = ${invoice.id} and closing_at is null`
    return row?.pages
  })
  expect(open).toBe(1)
  // A second page as an earlier one may stand open, of the same payment.
  const [payment] = await database.asPostgres(
    (sql) => sql`select id from public.payments where invoice_id = ${invoice.id} and status = 'pending'`,
  )
  const metadata = { company_id: company.companyId, payment_id: String(payment?.id) }
  const price_data = { currency: 'chf', unit_amount: invoice.openRappen, product_data: { name: 'F-1' } }
  const second = await stripe.stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [{ quantity: 1, price_data }],
    success_url: 'https://example.ch',
    metadata,
    payment_intent_data: { metadata },
  })
  const before = await inAccount('stripe_clearing')
  const [first = ''] = urls
  await payOnPage(first, CARD)
  await payOnPage(second.url ?? '', CARD)
  await heard(first)
  await Promise.all([second, second, second].map(({ url }) => heard(url ?? '')))
  await Promise.all([heard(first), heard(second.url ?? '')])
  expect(await look(invoice)).toMatchObject({ status: 'paid', overpaid_rappen: invoice.openRappen })
  const fees = await inAccount('payment_fees')
  expect(fees).toBeGreaterThan(0)
  const paid = await database.asPostgres(
    (sql) =>
      sql`select amount_rappen::int as rappen from public.payments where invoice_id = ${invoice.id} and status = 'succeeded' and purpose = 'invoice'`,
  )
  expect(paid.map(({ rappen }) => rappen)).toEqual([invoice.openRappen, invoice.openRappen])
  // Given back by hand at Stripe, it is the second money that goes; the invoice stays paid.
  const { payment_intent } = await stripe.stripe.checkout.sessions.retrieve(second.id)
  const refund = await stripe.stripe.refunds.create({ payment_intent: String(payment_intent) })
  await onRefund(db, refund.id, company.stripeAccount)
  const state = await look(invoice)
  expect(state).toMatchObject({ status: 'paid', overpaid_rappen: 0 })
  expect(before).toBeLessThan(await inAccount('stripe_clearing'))
})

test('a tip’s page closes when the invoice is not paid any more', async () => {
  const invoice = await owed()
  await payAtDesk(invoice, invoice.openRappen)
  const url = await tipByCard(site, invoice.token, 500)
  await database.asPostgres(
    (sql) => sql`select private.apply_to_invoice(${company.companyId}, ${invoice.id}, -500)`,
  )
  expect(await closing(url)).toHaveLength(1)
})

/** A booking that waits for its deposit, and the page it is paid on. */
async function awaitingDeposit(): Promise<{ booking: Booking; url: string }> {
  const booking = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  const url = await openPage(site, {
    paymentId: booking.payment?.id ?? '',
    amountRappen: booking.payment?.amount_rappen ?? 0,
    currency: 'CHF',
    description: booking.number,
    customerEmail: null,
    locale: 'de',
    successUrl: 'https://example.ch',
    cancelUrl: 'https://example.ch',
  })
  return { booking, url }
}

test('the page of a deposit closes with the cancelled booking; paid first, the money goes back', async () => {
  const { booking, url } = await awaitingDeposit()
  await database.asAnon((sql) => sql`select public.cancel_by_token(${company.slug}, ${booking.token})`)
  expect(await closing(url)).toMatchObject([{ due: true }])
  await payOnPage(url, CARD)
  await work(url)
  const [payment] = await database.asPostgres(
    (sql) =>
      sql`select status, refunded_rappen::int as refunded from public.payments where reservation_id = ${booking.id}`,
  )
  expect(payment).toMatchObject({ status: 'refunded', refunded: booking.booking_deposit_rappen })
})

test('when a hold lapses its page closes, but not under the hands of who is paying', async () => {
  const { booking, url } = await awaitingDeposit()
  await database.asPostgres(
    (sql) =>
      sql`update public.allocations set expires_at = now() - interval '1 second' where source_id = ${booking.id}`,
  )
  await database.asService((sql) => sql`select public.expire_holds()`)
  expect(await closing(url)).toMatchObject([{ due: false }])
  await payOnPage(url, CARD)
  await heard(url)
  await work(url)
  const [row] = await database.asPostgres(
    (sql) => sql`select status from public.reservations where id = ${booking.id}`,
  )
  expect(row?.status).toBe('confirmed')
})

test('a deposit paid at last when the rental is invoiced pays that invoice, and is nobody’s prepayment', async () => {
  const { booking, url } = await awaitingDeposit()
  await database.as(staff, (sql) => sql`select public.confirm_reservation(${booking.id})`)
  const pickup = await handOver(database, staff, booking.id)
  await takeBack(database, staff, pickup)
  expect(await closing(url)).toEqual([])
  const prepaid = await inAccount('customer_prepayments')
  const [issued] = await database.as(
    staff,
    (sql) => sql`select public.issue_invoice(${pickup.contractId}) as id`,
  )
  expect(await closing(url)).toHaveLength(1)
  await payOnPage(url, CARD)
  await work(url)
  const [invoice] = await database.asPostgres(
    (sql) => sql`select paid_rappen::int as paid from public.invoices where id = ${issued?.id}`,
  )
  expect(invoice?.paid).toBe(booking.booking_deposit_rappen)
  expect(await inAccount('customer_prepayments')).toBe(prepaid)
})

test('a page opened while its invoice was being paid is not shown, and closes', async () => {
  const invoice = await owed()
  const sessions = stripe.stripe.checkout.sessions
  let made = ''
  const create = vi.spyOn(sessions, 'create').mockImplementationOnce(async (...given) => {
    create.mockRestore()
    const session = await sessions.create(...given)
    made = session.url ?? ''
    await payAtDesk(invoice, invoice.openRappen)
    return session
  })
  await expect(payInvoiceByCard(site, invoice.token)).rejects.toThrow('nothing_to_pay')
  expect(await closing(made)).toMatchObject([{ due: true }])
  await work(made)
  expect(await stateOf(made)).toBe('expired')
})
