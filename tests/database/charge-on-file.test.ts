import { beforeAll, expect, test, vi } from 'vitest'
import type { ServiceContext } from '@/lib/core/context'
import { chargeCardOnFile } from '@/lib/integrations/stripe/charge'
import { onPaymentIntent } from '@/lib/integrations/stripe/events/payment-intent'
import type { Db } from '@/lib/supabase/client'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { refusalOf } from './support/refusals.ts'
import { bookAndPay, handOver, takeBack } from './support/rentals.ts'
import { type EmulatedStripe, emulateStripe } from './support/stripe-emulator.ts'

const emulated = vi.hoisted(() => ({}) as Partial<EmulatedStripe>)
vi.mock('@/lib/integrations/stripe/client', () => ({ actingAs: () => ({}), stripe: () => emulated.stripe }))

/** What stays open at the end of a rental, taken from the card on file, against an emulated Stripe. */
const stripe = emulateStripe(emulated)
const database = freshDatabase()
const gateway = gatewayOn(database)
let company: RentalCompany
let db: Db

beforeAll(async () => {
  company = await foundRentalCompany(database)
  db = gateway.client(gateway.secretKey) as unknown as Db
  await database.as(company.owner, (sql) => sql`update public.companies set charges_remainder = true`)
})

const slot = freeSlots(() => company)

interface Settled {
  invoiceId: string
  customer: string
  openRappen: number
}

/** A rental that came back and was invoiced, with such a card on file. */
async function settle(alias: string, { chargeCard = null as boolean | null } = {}): Promise<Settled> {
  const booking = await bookAndPay(database, company, slot())
  const card = await stripe.cardOnFile(alias)
  await database.asPostgres(
    (sql) =>
      sql`update public.customers set stripe_customer_id = ${card.customer}, payment_method_id = ${card.method}
        where id = (select customer_id from public.reservations where id = ${booking.id})`,
  )
  const pickup = await handOver(database, company.owner, booking.id)
  await takeBack(database, company.owner, pickup, { drivenKm: 3_000 })
  return database.as(company.owner, async (sql) => {
    const [issued] = await sql`select public.issue_invoice(${pickup.contractId}, ${chargeCard}) as id`
    // Twice is the same invoice and the same charge.
    await sql`select public.issue_invoice(${pickup.contractId}, ${chargeCard})`
    const [row] =
      await sql`select (due_rappen - paid_rappen)::int as open from public.invoices where id = ${issued?.id}`
    return { invoiceId: issued?.id as string, customer: card.customer, openRappen: row?.open as number }
  })
}

interface Charge {
  id: string
  status: string
  failure: string | null
  last4: string | null
}
const chargesOf = ({ invoiceId }: Settled) =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select id, status, failure, card_last4 as last4 from public.payments where invoice_id = ${invoiceId} and off_session order by created_at`
    return rows as unknown as Charge[]
  })
const invoiceOf = ({ invoiceId }: Settled) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select status, private.open_amount(i)::int as open, (due_rappen - paid_rappen)::int as owed from public.invoices i where id = ${invoiceId}`
    return row as { status: string; open: number; owed: number }
  })
const mailsOf = ({ invoiceId }: Settled) =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select payload ->> 'reason' as reason from public.outbox where topic = 'mail.payment_request' and payload ->> 'invoice_id' = ${invoiceId}`
    return rows.map(({ reason }) => reason as string)
  })
const feesOf = (intent: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select coalesce(sum(e.amount_rappen) filter (where e.account in ('payment_fees', 'platform_fees')), 0)::int as fee, coalesce(sum(e.amount_rappen), 0)::int as sum, count(distinct e.transaction_id)::int as vouchers
      from public.ledger_entries e where e.source_kind = 'stripe_fee' and e.source_id = ${intent}`
    return row
  })
const atStripe = async ({ customer }: Settled) =>
  (await stripe.stripe.paymentIntents.list({ customer, limit: 100 })).data

/** The worker's turn; `hours` later than now, and dying before it can write down what Stripe answered. */
async function work(charge: Charge, { hours = 0, dies = false } = {}): Promise<void> {
  const dying = {
    from: db.from.bind(db),
    rpc: (name: string, args: never) => {
      if (name === 'settle_payment') throw new Error('killed')
      return db.rpc(name as never, args)
    },
  } as unknown as Db
  const ctx = {
    db: dies ? dying : db,
    companyId: company.companyId,
    now: () => new Date(Date.now() + hours * 3_600_000),
  } as ServiceContext
  const job = { id: charge.id, topic: 'stripe.charge', payload: { payment_id: charge.id }, attempts: 1 }
  const done = chargeCardOnFile(ctx, job)
  if (dies) await expect(done).rejects.toThrow('killed')
  else await done
}

test('what is open is charged once, however often worker and events come, and wherever the worker dies', async () => {
  for (const hours of [0, 25]) {
    const settled = await settle('pm_card_visa')
    const [charge] = await chargesOf(settled)
    expect(await invoiceOf(settled)).toMatchObject({ open: 0, owed: settled.openRappen })
    await work(charge as Charge, { dies: true })
    // A day later Stripe has forgotten the key.
    await stripe.advance(hours / 24)
    await work(charge as Charge, { dies: true, hours })
    await Promise.all([1, 2, 3].map(() => work(charge as Charge, { hours })))
    const intents = await atStripe(settled)
    expect(intents.map(({ status, amount }) => ({ status, amount }))).toEqual([
      { status: 'succeeded', amount: settled.openRappen },
    ])
    await Promise.all([1, 2, 3].map(() => onPaymentIntent(db, intents[0]?.id ?? '', company.stripeAccount)))
    expect(await invoiceOf(settled)).toEqual({ status: 'paid', open: 0, owed: 0 })
    expect(await chargesOf(settled)).toMatchObject([{ status: 'succeeded', last4: '4242' }])
    const taken = await stripe.stripe.charges.retrieve(String(intents[0]?.latest_charge), {
      expand: ['balance_transaction'],
    })
    const balance = taken.balance_transaction as { id: string; fee: number }
    expect(await feesOf(balance.id)).toEqual({ fee: balance.fee, sum: 0, vouchers: 1 })
  }
})

test.each([
  ['pm_card_authenticationRequired', 'authentication_required'],
  ['pm_card_chargeCustomerFail', 'card_declined'],
])(
  '%s: the attempt fails, the customer gets the link once, and the amount is open again',
  async (alias, failure) => {
    const settled = await settle(alias)
    const [charge] = await chargesOf(settled)
    await work(charge as Charge)
    await work(charge as Charge)
    expect(await chargesOf(settled)).toMatchObject([{ status: 'failed', failure }])
    expect(await mailsOf(settled)).toEqual(['card_refused'])
    expect(await invoiceOf(settled)).toMatchObject({ open: settled.openRappen, owed: settled.openRappen })
    // The link is a payment of its own, not the one that failed.
    const linked = await database.as(company.owner, async (sql) => {
      const [row] = await sql`
      select public.begin_card_payment(${company.slug}, public.invoice_pay_token(${settled.invoiceId})) ->> 'payment_id' as id`
      return row?.id as string
    })
    expect(linked).not.toBe(charge?.id)
  },
)

test('while the card is being charged nothing else is taken; what came in nevertheless stops the charge', async () => {
  const settled = await settle('pm_card_visa')
  const pay = () =>
    database.as(
      company.owner,
      (sql) =>
        sql`select public.record_payment(${settled.invoiceId}, 'bank_transfer', ${settled.openRappen})`,
    )
  expect(await refusalOf(pay())).toMatchObject({ code: 'amount_exceeds_open' })
  const [charge] = await chargesOf(settled)
  // By the bank's file, which is booked whatever else goes on.
  await database.asPostgres(
    (sql) =>
      sql`select private.apply_to_invoice(${company.companyId}, ${settled.invoiceId}, ${settled.openRappen})`,
  )
  await work(charge as Charge)
  expect(await chargesOf(settled)).toMatchObject([{ status: 'failed', failure: 'superseded' }])
  expect(await atStripe(settled)).toEqual([])
  expect(await mailsOf(settled)).toEqual([])
})

test('a charge whose worker gave up goes on as the same', async () => {
  const settled = await settle('pm_card_visa')
  const [charge] = await chargesOf(settled)
  await work(charge as Charge, { dies: true })
  const kill = () =>
    database.asPostgres(
      (sql) => sql`update public.outbox set status = 'dead' where key = ${charge?.id ?? ''}`,
    )
  const statusOfJob = async () =>
    (
      await database.asPostgres(
        (sql) => sql`select status from public.outbox where key = ${charge?.id ?? ''}`,
      )
    )[0]?.status
  await kill()
  await database.as(company.owner, (sql) => sql`select public.charge_card_on_file(${settled.invoiceId})`)
  expect(await statusOfJob()).toBe('pending')
  await kill()
  await database.asService((sql) => sql`select public.revive_charges()`)
  expect(await statusOfJob()).toBe('pending')
  await work(charge as Charge)
  expect(await chargesOf(settled)).toMatchObject([{ status: 'succeeded' }])
  expect(await atStripe(settled)).toHaveLength(1)
})

test('the desk may decide otherwise, and without a card there is nothing to charge', async () => {
  expect(await chargesOf(await settle('pm_card_visa', { chargeCard: false }))).toEqual([])
  const booking = await bookAndPay(database, company, slot())
  await database.asPostgres(
    (sql) =>
      sql`update public.customers set payment_method_id = null where id = (select customer_id from public.reservations where id = ${booking.id})`,
  )
  const pickup = await handOver(database, company.owner, booking.id)
  await takeBack(database, company.owner, pickup)
  const [row] = await database.as(
    company.owner,
    (sql) => sql`select public.issue_invoice(${pickup.contractId}, true) as id`,
  )
  expect(await chargesOf({ invoiceId: row?.id as string, customer: '', openRappen: 0 })).toEqual([])
})
