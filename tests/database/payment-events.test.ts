import type Stripe from 'stripe'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { onCharge } from '@/lib/integrations/stripe/events/charge'
import { onCheckoutSession } from '@/lib/integrations/stripe/events/checkout-session'
import { onPaymentIntent } from '@/lib/integrations/stripe/events/payment-intent'
import { onRefund } from '@/lib/integrations/stripe/events/refund'
import type { Db } from '@/lib/supabase/client'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { type Booking, bookOnSite, handOver, takeBack } from './support/rentals.ts'

/** What Stripe holds at this moment; events only say that something moved. */
const world = vi.hoisted(() => ({
  intent: {} as Record<string, unknown>,
  refunds: [] as Record<string, unknown>[],
}))
vi.mock('@/lib/integrations/stripe/client', () => ({
  actingAs: () => ({}),
  stripe: () => ({
    checkout: { sessions: { retrieve: async () => ({ id: 'cs_1', payment_intent: world.intent }) } },
    paymentIntents: { retrieve: async () => world.intent },
    charges: {
      retrieve: async () => ({
        id: 'ch_1',
        payment_intent: world.intent,
        amount_refunded: world.refunds.reduce((sum, refund) => sum + Number(refund.amount), 0),
      }),
    },
    refunds: {
      list: async () => ({ data: world.refunds.toReversed() }),
      retrieve: async (id: string) => ({
        ...world.refunds.find((refund) => refund.id === id),
        payment_intent: world.intent,
      }),
    },
  }),
}))

const database = freshDatabase()
const gateway = gatewayOn(database)
let company: RentalCompany
let db: Db

beforeAll(async () => {
  company = await foundRentalCompany(database)
  db = gateway.client(gateway.secretKey) as unknown as Db
})
beforeEach(() => {
  world.refunds = []
})

const slot = freeSlots(() => company)
const EVENTS = {
  'checkout completed': () => onCheckoutSession(db, 'cs_1', company.stripeAccount),
  'intent succeeded': () => onPaymentIntent(db, 'pi', company.stripeAccount),
  'payment failed': () => onPaymentIntent(db, 'pi', company.stripeAccount),
  'charge refunded': () => onCharge(db, 'ch_1', company.stripeAccount),
  'refund updated': () => onRefund(db, 're_2', company.stripeAccount),
}
type EventName = keyof typeof EVENTS

/** A booking, and Stripe's intent for its deposit: the first card was refused, the second one paid. */
async function paidAtStripe(): Promise<Booking> {
  const booking = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  world.intent = {
    id: `pi_${booking.id}`,
    status: 'succeeded',
    amount_received: booking.booking_deposit_rappen,
    currency: 'chf',
    customer: 'cus_1',
    payment_method: 'pm_1',
    last_payment_error: { code: 'card_declined' },
    metadata: { company_id: company.companyId, payment_id: booking.payment?.id },
  }
  return booking
}

function refundAtStripe(booking: Booking, amounts: number[]) {
  world.refunds = amounts.map((amount, nth) => ({
    id: `re_${nth + 1}${nth === 1 ? '' : booking.id}`,
    amount,
    status: 'succeeded',
    metadata: {},
  }))
}

/** All that the events may have touched. */
const stateOf = (booking: Booking) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select r.status, p.status as payment, p.refunded_rappen::int as refunded, p.provider_session as session, p.provider_intent as intent,
        (select array_agg(f.amount_rappen::int order by f.amount_rappen) from public.refunds f where f.payment_id = p.id) as refunds,
        (select jsonb_object_agg(account, rappen) from (select l.account, sum(l.amount_rappen)::int as rappen from public.ledger_entries l
          where l.source_id = p.id::text or l.source_id in (select f.id::text from public.refunds f where f.payment_id = p.id) group by l.account) as sums) as ledger
      from public.reservations r join public.payments p on p.reservation_id = r.id where r.id = ${booking.id}`
    return row
  })

test('the same events all at once end the same as one after the other', async () => {
  const booking = await paidAtStripe()
  refundAtStripe(booking, [1_000])
  await Promise.allSettled(
    [...Object.keys(EVENTS), ...Object.keys(EVENTS)].map((name) =>
      name === 'refund updated' ? null : EVENTS[name as EventName](),
    ),
  )
  await EVENTS['checkout completed']()
  await EVENTS['charge refunded']()
  expect(await stateOf(booking)).toMatchObject({ payment: 'partially_refunded', refunds: [1_000] })
})

test('a refused card fails the payment until another one pays; a refusal heard of late changes nothing', async () => {
  const booking = await paidAtStripe()
  const paid = world.intent
  world.intent = { ...paid, status: 'requires_payment_method' }
  await EVENTS['payment failed']()
  expect(await stateOf(booking)).toMatchObject({ status: 'pending', payment: 'failed' })
  world.intent = paid
  await EVENTS['intent succeeded']()
  await EVENTS['payment failed']()
  expect(await stateOf(booking)).toMatchObject({ status: 'confirmed', payment: 'succeeded' })
})

test('refunds made at Stripe never add up to more than was paid', async () => {
  const booking = await paidAtStripe()
  refundAtStripe(booking, [booking.booking_deposit_rappen, 1])
  expect(await EVENTS['charge refunded']()).toMatchObject({
    status: 'quarantined',
    reason: 'refund_exceeds_payment',
  })
  expect(await stateOf(booking)).toMatchObject({
    payment: 'refunded',
    refunds: [booking.booking_deposit_rappen],
  })
})

/** A returned rental whose deposit lies on the card, with an invoice; what is kept of it is being captured. */
async function capturing(rappen: number) {
  const booking = await paidAtStripe()
  await EVENTS['intent succeeded']()
  const pickup = await handOver(database, company.owner, booking.id)
  await takeBack(database, company.owner, pickup, { drivenKm: 3_000 })
  return database.asPostgres(async (sql) => {
    const [deposit] = await sql`
      update public.deposits set method = 'card', provider_intent = 'pi_deposit' where contract_id = ${pickup.contractId} returning id`
    const [hold] = await sql`
      insert into public.deposit_holds (company_id, deposit_id, status, provider_intent) values (${company.companyId}, ${deposit?.id}, 'held', 'pi_deposit') returning id`
    await sql`select set_config('request.jwt.claims', ${JSON.stringify({ sub: company.owner.userId, company_id: company.companyId, role: 'authenticated' })}, true)`
    const [invoice] = await sql`select public.issue_invoice(${pickup.contractId}) as id`
    await sql`select public.resolve_deposit(${deposit?.id}, ${rappen})`
    return {
      depositId: deposit?.id as string,
      holdId: hold?.id as string,
      invoiceId: invoice?.id as string,
      contractId: pickup.contractId,
    }
  })
}
const depositState = ({ depositId, invoiceId }: { depositId: string; invoiceId: string }) =>
  database.asPostgres(async (sql) => {
    const [row] = await sql`
      select d.status, d.captured_rappen::int as captured, p.status as payment,
        (select coalesce(sum(amount_rappen), 0)::int from public.ledger_entries where source_kind = 'deposit_resolved' and source_id = d.id::text and account = 'receivables') as booked,
        (select paid_rappen::int from public.invoices where id = ${invoiceId}) as paid
      from public.deposits d join public.payments p on p.id = d.payment_id where d.id = ${depositId}`
    return row
  })
const holdIs = (
  { depositId, holdId }: { depositId: string; holdId: string },
  fields: Partial<Stripe.PaymentIntent>,
) => {
  world.intent = {
    id: 'pi_deposit',
    currency: 'chf',
    created: 1_795_000_000,
    metadata: { company_id: company.companyId, deposit_id: depositId, hold_id: holdId },
    ...fields,
  }
}

test('a captured deposit is booked when Stripe says so, once, and not before', async () => {
  const kept = await capturing(5_000)
  const before = await depositState(kept)
  expect(before).toMatchObject({ status: 'capturing', payment: 'pending', booked: 0 })
  await expect(
    database.as(company.owner, (sql) => sql`select public.close_contract(${kept.contractId})`),
  ).rejects.toThrow('deposit_unresolved')
  holdIs(kept, { status: 'requires_capture' })
  await EVENTS['intent succeeded']()
  expect(await depositState(kept)).toEqual(before)
  holdIs(kept, { status: 'succeeded', amount_received: 5_000 })
  await Promise.all(Array.from({ length: 10 }, () => EVENTS['intent succeeded']()))
  expect(await depositState(kept)).toEqual({
    status: 'captured',
    captured: 5_000,
    payment: 'succeeded',
    booked: -5_000,
    paid: before?.paid + 5_000,
  })
})

test('a hold that was gone before the capture books nothing, and the invoice stays open', async () => {
  const kept = await capturing(5_000)
  const before = await depositState(kept)
  holdIs(kept, { status: 'canceled', cancellation_reason: 'automatic' as never })
  await EVENTS['payment failed']()
  expect(await depositState(kept)).toEqual({ ...before, status: 'released', captured: 0, payment: 'failed' })
})

test('another amount than was agreed waits for a person', async () => {
  const kept = await capturing(5_000)
  holdIs(kept, { status: 'succeeded', amount_received: 4_999 })
  expect(await EVENTS['intent succeeded']()).toMatchObject({
    status: 'quarantined',
    reason: 'amount_mismatch',
  })
  expect(await depositState(kept)).toMatchObject({ status: 'capturing', booked: 0 })
})

test('the platform takes its share by the plan, and no visitor learns of it', async () => {
  const booking = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
  expect(JSON.stringify(booking)).not.toContain('stripe')
  const facts = () =>
    database.asService(
      async (sql) =>
        (
          await sql`select public.checkout_facts(${company.companyId}, ${booking.payment?.id ?? ''}) as facts`
        )[0]?.facts,
    )
  for (const [plan, basisPoints] of [
    ['starter', 150],
    ['professional', 125],
    ['business', 100],
  ] as const) {
    await database.asPostgres(
      (sql) =>
        sql`update public.companies set plan = ${plan}::public.plan_name where id = ${company.companyId}`,
    )
    expect(await facts()).toMatchObject({
      stripe_account: company.stripeAccount,
      fee_rappen: Math.round((booking.booking_deposit_rappen * basisPoints) / 10_000),
    })
  }
  await expect(
    database.as(
      company.owner,
      (sql) => sql`select public.checkout_facts(${company.companyId}, ${booking.payment?.id ?? ''})`,
    ),
  ).rejects.toThrow('permission denied')
})
