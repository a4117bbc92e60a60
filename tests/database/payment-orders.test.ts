import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { onCharge } from '@/lib/integrations/stripe/events/charge'
import { onCheckoutSession } from '@/lib/integrations/stripe/events/checkout-session'
import { onDispute } from '@/lib/integrations/stripe/events/dispute'
import { onPaymentIntent } from '@/lib/integrations/stripe/events/payment-intent'
import type { Db } from '@/lib/supabase/client'
import { freshDatabase } from './support/database.ts'
import { foundRentalCompany, freeSlots, type RentalCompany } from './support/fleet.ts'
import { gatewayOn } from './support/gateway.ts'
import { copiesOf, endsOf, type PendingBooking } from './support/pending-bookings.ts'
import { type Booking, bookOnSite } from './support/rentals.ts'

/** Of the 720 orders sixty each time, by chance; all of them with `CRMS_SEQUENCES=720`. */
const ORDERS = Math.min(720, Number(process.env.CRMS_SEQUENCES ?? 60))
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))

/**
 * A payment's whole life at Stripe, in six events: refused, paid, the page closed, a part refunded, contested, decided. They arrive in any order;
 * when one arrives, Stripe has come at least as far as it says.
 */
const LIFE = [
  'payment failed',
  'intent succeeded',
  'checkout completed',
  'charge refunded',
  'dispute created',
  'dispute closed',
] as const
type EventName = (typeof LIFE)[number]

/** What Stripe holds of each payment: its amount, and how far its life has come. */
const world = vi.hoisted(() => {
  const lives = new Map<string, { stage: number; amount: number; metadata: Record<string, string> }>()
  const at = (id: string) => {
    const key = id.slice(3)
    const life = lives.get(key)
    if (!life) throw new Error(`Stripe knows no ${id}.`)
    return { key, ...life }
  }
  const intent = (id: string) => {
    const { key, stage, amount, metadata } = at(id)
    const isPaid = stage >= 1
    return {
      id: `pi_${key}`,
      status: isPaid ? 'succeeded' : 'requires_payment_method',
      amount_received: isPaid ? amount : 0,
      currency: 'chf',
      customer: 'cus_1',
      payment_method: 'pm_1',
      last_payment_error: { code: 'card_declined' },
      metadata,
    }
  }
  const refunds = (id: string) => {
    const { key, stage } = at(id)
    return stage >= 3 ? [{ id: `re_${key}`, amount: 1_000, status: 'succeeded', metadata: {} }] : []
  }
  const dispute = (id: string) => {
    const { key, stage, amount } = at(id)
    const contested = amount - 1_000
    const taken = { amount: -contested, fee: 1_500 }
    return {
      id: `dp_${key}`,
      status: stage >= 5 ? 'won' : 'needs_response',
      reason: 'fraudulent',
      amount: contested,
      currency: 'chf',
      balance_transactions: stage >= 5 ? [taken, { amount: contested, fee: 0 }] : [taken],
      evidence_details: { due_by: null },
      created: 1_800_000_000,
      payment_intent: intent(id),
    }
  }
  return { lives, intent, refunds, dispute }
})
vi.mock('@/lib/integrations/stripe/client', () => ({
  actingAs: () => ({}),
  stripe: () => ({
    checkout: {
      sessions: { retrieve: async (id: string) => ({ id, payment_intent: world.intent(id) }) },
    },
    paymentIntents: { retrieve: async (id: string) => world.intent(id) },
    charges: {
      retrieve: async (id: string) => ({
        id,
        payment_intent: world.intent(id),
        amount_refunded: world.refunds(id).length,
      }),
    },
    refunds: { list: async ({ charge }: { charge: string }) => ({ data: world.refunds(charge) }) },
    disputes: { retrieve: async (id: string) => world.dispute(id) },
  }),
}))

const database = freshDatabase()
const gateway = gatewayOn(database)
let company: RentalCompany
let template: Booking
let db: Db
const slot = freeSlots(() => company)

beforeAll(async () => {
  company = await foundRentalCompany(database)
  db = gateway.client(gateway.secretKey) as unknown as Db
  template = await database.asAnon((sql) => bookOnSite(sql, company.slug, slot()))
})

const handle: Record<EventName, (key: string) => Promise<unknown>> = {
  'payment failed': (key) => onPaymentIntent(db, `pi_${key}`, company.stripeAccount),
  'intent succeeded': (key) => onPaymentIntent(db, `pi_${key}`, company.stripeAccount),
  'checkout completed': (key) => onCheckoutSession(db, `cs_${key}`, company.stripeAccount),
  'charge refunded': (key) => onCharge(db, `ch_${key}`, company.stripeAccount),
  'dispute created': (key) => onDispute(db, `dp_${key}`, company.stripeAccount),
  'dispute closed': (key) => onDispute(db, `dp_${key}`, company.stripeAccount),
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, nth) => permutations(items.toSpliced(nth, 1)).map((rest) => [item, ...rest]))
}

async function live({ id, paymentId }: PendingBooking, order: EventName[]): Promise<void> {
  const life = {
    stage: 0,
    amount: template.booking_deposit_rappen,
    metadata: { company_id: company.companyId, payment_id: paymentId },
  }
  world.lives.set(id, life)
  for (const event of order) {
    life.stage = Math.max(life.stage, LIFE.indexOf(event))
    expect(await handle[event](id)).toMatchObject({ status: 'processed' })
  }
}

test(`whatever the order of the six events, a payment ends the same (${ORDERS} orders, seed ${seed})`, async () => {
  const all = fc.shuffledSubarray(permutations(LIFE), { minLength: ORDERS, maxLength: ORDERS })
  const [orders = []] = fc.sample(all, { numRuns: 1, seed })
  const bookings = await database.asPostgres((sql) => copiesOf(sql, template, orders.length))
  const waiting = bookings.map((booking, nth) => ({ booking, order: orders[nth] ?? [] }))
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await live(next.booking, next.order)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  const deposit = template.booking_deposit_rappen
  const ids = bookings.map(({ id }) => id)
  expect(await database.asPostgres((sql) => endsOf(sql, company.companyId, ids))).toEqual([
    {
      times: ORDERS,
      status: 'confirmed',
      payment: 'partially_refunded',
      refunded: 1_000,
      page: true,
      intent: true,
      refunds: [1_000],
      disputes: [`won ${deposit - 1_000} 1500`],
      ledger: {
        stripe_clearing: deposit - 1_000 - 1_500,
        customer_prepayments: 1_000 - deposit,
        payment_fees: 1_500,
      },
      firm: 1,
      letters: 1,
    },
  ])
}, 300_000)
