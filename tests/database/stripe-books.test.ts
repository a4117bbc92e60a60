import type Stripe from 'stripe'
import { beforeAll, expect, test, vi } from 'vitest'
import type { ServiceContext } from '@/lib/core/context'
import { onCheckoutSession } from '@/lib/integrations/stripe/events/checkout-session'
import { onDispute } from '@/lib/integrations/stripe/events/dispute'
import { onPaymentIntent } from '@/lib/integrations/stripe/events/payment-intent'
import { onPayout } from '@/lib/integrations/stripe/events/payout'
import { onRefund } from '@/lib/integrations/stripe/events/refund'
import { reconcileStripe } from '@/lib/integrations/stripe/reconcile'
import { refundAtStripe } from '@/lib/integrations/stripe/refund'
import { toMetadata } from '@/lib/integrations/stripe/transform'
import type { Db } from '@/lib/supabase/client'
import { addMember } from './support/companies.ts'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { refusalOf } from './support/refusals.ts'
import { newCustomer } from './support/rentals.ts'
import { type EmulatedStripe, emulateStripe } from './support/stripe-emulator.ts'

const emulated = vi.hoisted(() => ({}) as Partial<EmulatedStripe>)
vi.mock('@/lib/integrations/stripe/client', () => ({ actingAs: () => ({}), stripe: () => emulated.stripe }))

/** Everything that moves at Stripe is in the books: payments, fees, refunds, disputes, payouts. */
const stripe = emulateStripe(emulated)
const database = freshDatabase()
const gateway = gatewayOn(database)
let account: string
let company: RentalCompany
let db: Db

beforeAll(async () => {
  company = await foundRentalCompany(database)
  account = company.stripeAccount
  db = gateway.client(gateway.secretKey) as unknown as Db
  await database.asPostgres(
    (sql) =>
      sql`update public.companies set created_at = now() - interval '10 days' where id = ${company.companyId}`,
  )
})

interface Paid {
  intent: string
  charge: string
  paymentId: string
}

/** A hand-written invoice that its customer is about to pay on Stripe's page. */
const begin = (rappen: number) =>
  database.as(company.owner, async (sql) => {
    const lines = [{ text: 'Miete', quantity: 1, unit_rappen: rappen, vat_bp: 810 }]
    const [customer] =
      await sql`select public.create_customer(${sql.json({ kind: 'person', ...newCustomer() })}) as id`
    const [draft] = await sql`select public.save_invoice_draft(${customer?.id}, ${sql.json({ lines })}) as id`
    await sql`select public.issue_invoice_draft(${draft?.id})`
    const [row] = await sql`
      select public.begin_card_payment(${company.slug}, public.invoice_pay_token(${draft?.id})) as it`
    return row?.it as { payment_id: string; amount_rappen: number }
  })

/** A hand-written invoice, paid by card at Stripe. */
async function pay(rappen: number): Promise<Paid> {
  const begun = await begin(rappen)
  const intent = await stripe.stripe.paymentIntents.create({
    amount: begun.amount_rappen,
    currency: 'chf',
    payment_method: 'pm_card_visa',
    confirm: true,
    metadata: toMetadata({ companyId: company.companyId, paymentId: begun.payment_id }),
  })
  await onPaymentIntent(db, intent.id, account)
  return { intent: intent.id, charge: String(intent.latest_charge), paymentId: begun.payment_id }
}

const reconcile = () =>
  reconcileStripe(
    {
      db,
      companyId: company.companyId,
      now: () => new Date(),
      log: { info: () => {} },
    } as unknown as ServiceContext,
    { id: 'job', topic: 'stripe.reconcile', payload: {}, attempts: 1 },
  )
const openFindings = () =>
  database.as(company.owner, async (sql) => {
    const rows = await sql`
      select kind, ref, ours_rappen::int as ours, stripe_rappen::int as theirs from public.stripe_findings where settled_at is null order by kind, ref`
    return rows.map((row) => ({ ...row })) as unknown as {
      kind: string
      ref: string
      ours: number | null
      theirs: number | null
    }[]
  })
const balanceOf = (account: string) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select coalesce(sum(amount_rappen), 0)::int as rappen from public.ledger_entries where company_id = ${company.companyId} and account = ${account}`
    return row?.rappen as number
  })
/** What Stripe says lies there, after all fees. */
const balanceAtStripe = async () => {
  const { pending } = await stripe.stripe.balance.retrieve()
  return pending.reduce((sum, { amount }) => sum + amount, 0)
}
const dispute = ({ charge }: Paid) => stripe.bank<Stripe.Dispute>('disputes', { charge })
const disputesMailed = (ref: string) =>
  database.asPostgres(async (sql) => {
    const rows = await sql`
      select payload ->> 'event' as event from public.outbox where topic = 'mail.dispute'
        and payload ->> 'dispute_id' = (select id::text from public.disputes where provider_ref = ${ref}) order by created_at`
    return rows.map(({ event }) => event as string)
  })

test('whatever moves, the money at Stripe is to the rappen what our books say, and nothing is left to reconcile', async () => {
  const [, second, third, fourth] = [
    await pay(41_250),
    await pay(9_995),
    await pay(20_000),
    await pay(12_345),
  ]
  const refund = await stripe.stripe.refunds.create({ payment_intent: second?.intent ?? '', amount: 1_000 })
  await onRefund(db, refund.id, account)
  const [won, lost] = [await dispute(third as Paid), await dispute(fourth as Paid)]
  for (const { id } of [won, lost]) await Promise.all([1, 2, 3].map(() => onDispute(db, id, account)))
  expect(await balanceOf('disputes')).toBe(20_000 + 12_345)
  await stripe.bank(`disputes/${won.id}/won`)
  await stripe.bank(`disputes/${lost.id}/lost`)
  for (const { id } of [won, lost]) await Promise.all([1, 2, 3].map(() => onDispute(db, id, account)))
  expect(await balanceOf('disputes')).toBe(0)
  expect(await balanceOf('losses')).toBe(12_345)
  expect(await disputesMailed(won.id)).toEqual(['opened', 'closed'])
  expect(await balanceOf('stripe_clearing')).toBe(await balanceAtStripe())

  const paidOut = await stripe.bank<Stripe.Payout>('payouts')
  await Promise.all([1, 2, 3].map(() => onPayout(db, paidOut.id, account)))
  expect(await balanceOf('payouts_in_transit')).toBe(paidOut.amount)
  expect(await balanceOf('stripe_clearing')).toBe(0)
  await stripe.bank(`payouts/${paidOut.id}/failed`)
  await Promise.all([1, 2, 3].map(() => onPayout(db, paidOut.id, account)))
  expect(await balanceOf('payouts_in_transit')).toBe(0)
  expect(await balanceOf('stripe_clearing')).toBe(await balanceAtStripe())

  await reconcile()
  await reconcile()
  expect(await openFindings()).toEqual([])
})

test('a refund is given back once, wherever its worker dies and however late it is tried again', async () => {
  const dying = {
    rpc: (name: string, args: never) => {
      if (name === 'complete_refund') throw new Error('killed')
      return db.rpc(name as never, args)
    },
  } as unknown as Db
  for (const days of [0, 2]) {
    const paid = await pay(20_000)
    const [refund] = await database.as(
      company.owner,
      (sql) => sql`select public.refund_payment(${paid.paymentId}, 5000, 'Kulanz') as id`,
    )
    const give = (through: Db, later: number) =>
      refundAtStripe(
        {
          db: through,
          companyId: company.companyId,
          now: () => new Date(Date.now() + later * 86_400_000),
        } as ServiceContext,
        { id: 'job', topic: 'stripe.refund', payload: { refund_id: refund?.id }, attempts: 1 },
      )
    await expect(give(dying, 0)).rejects.toThrow('killed')
    // A day later Stripe has forgotten the key.
    await stripe.advance(days)
    await Promise.all([give(db, days), give(db, days)])
    const { data } = await stripe.stripe.refunds.list({ payment_intent: paid.intent })
    expect(data.map(({ amount }) => amount)).toEqual([5_000])
    const [kept] = await database.asPostgres(
      (sql) => sql`select status, provider_ref as ref from public.refunds where id = ${refund?.id}`,
    )
    expect(kept).toEqual({ status: 'succeeded', ref: data[0]?.id })
  }
})

test('a dispute that is heard of only after its end, or before its payment, ends the same', async () => {
  const paid = await pay(8_000)
  const { id } = await dispute(paid)
  await stripe.bank(`disputes/${id}/lost`)
  const before = await balanceOf('losses')
  await onDispute(db, id, account)
  await onDispute(db, id, account)
  expect((await balanceOf('losses')) - before).toBe(8_000)
  expect(await disputesMailed(id)).toEqual(['closed'])
  expect(await onDispute(db, id, 'acct_other')).toMatchObject({ status: 'quarantined' })
  expect(await balanceOf('stripe_clearing')).toBe(await balanceAtStripe())
})

test('what nobody told us of is found: a charge, a refund and what we booked without Stripe', async () => {
  const paid = await pay(10_000)
  const stranger = await stripe.stripe.paymentIntents.create({
    amount: 7_700,
    currency: 'chf',
    payment_method: 'pm_card_visa',
    confirm: true,
  })
  const unheard = await stripe.stripe.refunds.create({ payment_intent: paid.intent, amount: 300 })
  const [invented] = await database.asPostgres(
    (sql) => sql`
      insert into public.payments (company_id, customer_id, purpose, method, status, amount_rappen, currency, provider_intent, provider_charge, settled_at)
      select company_id, customer_id, 'invoice', 'card', 'succeeded', 4400, 'CHF', 'pi_none', 'ch_none', now() - interval '25 hours' from public.payments where id = ${paid.paymentId}
      returning id`,
  )
  await reconcile()
  expect(await openFindings()).toEqual([
    { kind: 'payment_missing', ref: 'ch_none', ours: 4_400, theirs: null },
    { kind: 'payment_unknown', ref: String(stranger.latest_charge), ours: null, theirs: 7_700 },
    { kind: 'refund_unknown', ref: unheard.id, ours: null, theirs: -300 },
  ])
  // What we hear of later settles by itself; the rest is settled by hand, and stays so.
  await onRefund(db, unheard.id, account)
  await database.asPostgres(
    (sql) => sql`update public.payments set status = 'refunded' where id = ${invented?.id}`,
  )
  await database.asPostgres(
    (sql) => sql`update public.payments set settled_at = null where id = ${invented?.id}`,
  )
  await reconcile()
  const [left] = await openFindings()
  expect(await openFindings()).toMatchObject([{ kind: 'payment_unknown' }])
  const settle = (caller: Parameters<typeof database.as>[0], note: string) =>
    database.as(
      caller,
      (sql) =>
        sql`select public.settle_stripe_finding((select id from public.stripe_findings where ref = ${left?.ref ?? ''}), ${note})`,
    )
  const staff = await addMember(database, company.companyId, 'staff')
  expect(await refusalOf(settle(staff, 'Testzahlung'))).toMatchObject({ code: 'forbidden' })
  expect(await refusalOf(settle(company.owner, ' '))).toMatchObject({ code: 'invalid_input' })
  await settle(company.owner, 'Testzahlung im Dashboard von Stripe')
  await reconcile()
  expect(await openFindings()).toEqual([])
})

test('what was paid by TWINT says so and leaves the card on file as it was', async () => {
  const gap = (await balanceAtStripe()) - (await balanceOf('stripe_clearing'))
  const begun = await begin(6_400)
  const session = await stripe.stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [
      { quantity: 1, price_data: { currency: 'chf', unit_amount: 6_400, product_data: { name: 'Miete' } } },
    ],
    success_url: 'https://alpenmobil.example/thanks',
    customer_creation: 'always',
    payment_method_options: { card: { setup_future_usage: 'off_session' } },
    payment_intent_data: {
      metadata: toMetadata({ companyId: company.companyId, paymentId: begun.payment_id }),
    },
  })
  await fetch(session.url ?? '', {
    method: 'POST',
    body: new URLSearchParams({ method: 'twint' }),
    redirect: 'manual',
  })
  await onCheckoutSession(db, session.id, account)
  const [row] = await database.asPostgres(
    (sql) => sql`
      select p.method, p.status, p.card_last4, k.payment_method_id as card from public.payments p join public.customers k on k.id = p.customer_id where p.id = ${begun.payment_id}`,
  )
  expect(row).toMatchObject({ method: 'twint', status: 'succeeded', card_last4: null, card: null })
  expect((await balanceAtStripe()) - (await balanceOf('stripe_clearing'))).toBe(gap)
})

/** A balance that matches: one payment with its fee, a refund of a part, a dispute that is open, and a payout. */
async function matchingCompany() {
  const own = await foundRentalCompany(database)
  const paidAt = new Date(Date.now() - 2 * 86_400_000).toISOString()
  await database.as(own.owner, async (sql) => {
    await sql`select public.create_customer(${sql.json({ kind: 'person', ...newCustomer() })})`
  })
  await database.asPostgres(async (sql) => {
    const make = (ref: string, amount: number) => sql`
      insert into public.payments (company_id, customer_id, purpose, method, status, amount_rappen, currency, provider_intent, settled_at)
      select company_id, id, 'invoice', 'card', 'succeeded', ${amount}, 'CHF', ${`pi_${ref}`}, ${paidAt}::text::timestamptz from public.customers where company_id = ${own.companyId}`
    await make('1', 10_000)
    await make('2', 5_000)
    const fee = (ref: string, rappen: number) => sql`
      select public.note_stripe_charge(${own.companyId}, ${`pi_${ref}`},
        ${sql.json({ id: `ch_${ref}`, balance_transaction: `txn_${ref}`, currency: 'chf', fee_rappen: rappen, application_fee_rappen: 100 })})`
    await fee('1', 220)
    await fee('2', 75)
    await sql`
      select public.record_outside_refund(${own.companyId}, (select id from public.payments where company_id = ${own.companyId} and provider_intent = 'pi_1'), 're_1', 1000, 'succeeded')`
    await sql`
      select public.record_dispute(${own.companyId}, 'pi_2',
        ${sql.json({ id: 'dp_1', status: 'needs_response', reason: 'fraudulent', amount_rappen: 5_000, currency: 'chf', withdrawn_rappen: 5_000, fee_rappen: 2_000, opened_at: paidAt })})`
    await sql`
      select public.record_payout(${own.companyId},
        ${sql.json({ id: 'po_1', status: 'paid', amount_rappen: 500, currency: 'chf', arrives_on: paidAt.slice(0, 10), paid_out_at: paidAt })})`
  })
  const moved = (id: string, kind: string, source: string | null, amount_rappen: number, fee_rappen = 0) => ({
    id,
    kind,
    source,
    amount_rappen,
    fee_rappen,
    currency: 'chf',
    moved_at: paidAt,
  })
  return {
    companyId: own.companyId,
    movements: [
      moved('txn_1', 'charge', 'ch_1', 10_000, 320),
      moved('txn_2', 'charge', 'ch_2', 5_000, 175),
      moved('txn_3', 'refund', 're_1', -1_000),
      moved('txn_4', 'adjustment', 'dp_1', -5_000, 2_000),
      moved('txn_5', 'payout', 'po_1', -500),
    ],
    extra: moved,
  }
}
type Movements = Awaited<ReturnType<typeof matchingCompany>>['movements']
type Extra = Awaited<ReturnType<typeof matchingCompany>>['extra']

const changed = (id: string, fields: Partial<Movements[number]>) => (all: Movements) =>
  all.map((entry) => (entry.id === id ? { ...entry, ...fields } : entry))
const without = (id: string) => (all: Movements) => all.filter((entry) => entry.id !== id)

test.each<[string, string[], (all: Movements, extra: Extra) => Movements]>([
  ['nothing', [], (all) => all],
  ['a payment of another amount', ['payment_differs'], changed('txn_1', { amount_rappen: 9_999 })],
  ['a payment in another currency', ['payment_currency'], changed('txn_1', { currency: 'eur' })],
  ['a payment that Stripe does not have', ['payment_missing'], without('txn_1')],
  [
    'a payment that we do not have',
    ['payment_unknown'],
    (all, extra) => [...all, extra('txn_9', 'charge', 'ch_9', 100)],
  ],
  ['a fee of another amount', ['fee_differs'], changed('txn_2', { fee_rappen: 176 })],
  ['a refund of another amount', ['refund_differs'], changed('txn_3', { amount_rappen: -999 })],
  [
    'a refund that we do not have',
    ['refund_unknown'],
    (all, extra) => [...all, extra('txn_9', 'refund', 're_9', -100)],
  ],
  [
    'a refund that came back',
    ['refund_differs'],
    (all, extra) => [...all, extra('txn_9', 'refund_failure', 're_1', 1_000)],
  ],
  ['a dispute of another amount', ['dispute_differs'], changed('txn_4', { amount_rappen: -4_999 })],
  [
    'a dispute that we do not have',
    ['dispute_unknown'],
    (all, extra) => [...all, extra('txn_9', 'adjustment', 'dp_9', -100)],
  ],
  ['a dispute that Stripe does not have', ['dispute_missing'], without('txn_4')],
  ['a payout of another amount', ['payout_differs'], changed('txn_5', { amount_rappen: -501 })],
  [
    'a payout that we do not have',
    ['payout_unknown'],
    (all, extra) => [...all, extra('txn_9', 'payout', 'po_9', -100)],
  ],
  ['a payout that Stripe does not have', ['payout_missing'], without('txn_5')],
  [
    'a fee for the account itself',
    ['movement_unknown'],
    (all, extra) => [...all, extra('txn_9', 'stripe_fee', null, -200)],
  ],
])('planted: %s', async (_, kinds, plant) => {
  const { companyId, movements, extra } = await matchingCompany()
  const run = (all: Movements) =>
    database.asService(async (sql) => {
      const [row] = await sql`
        select public.reconcile_stripe(${companyId}, ${sql.json(all)}, now() - interval '10 days') as open`
      return row?.open as number
    })
  const planted = plant(movements, extra)
  expect(await run(planted)).toBe(kinds.length)
  expect(await run(planted)).toBe(kinds.length)
  const found = await database.asPostgres(
    (sql) =>
      sql`select kind from public.stripe_findings where company_id = ${companyId} and settled_at is null`,
  )
  expect(found.map(({ kind }) => kind)).toEqual(kinds)
})
