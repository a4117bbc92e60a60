import Stripe from 'stripe'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ServiceContext } from '@/lib/core/context'
import type { OutboxJob } from '@/lib/core/outbox'
import { chargeCardOnFile } from '@/lib/integrations/stripe/charge'

const create = vi.fn()
vi.mock('@/lib/integrations/stripe/client', () => ({
  stripe: () => ({ paymentIntents: { create } }),
  actingAs: (account: string | null) => (account ? { stripeAccount: account } : {}),
}))

const COMPANY = '6a8be2f0-5bf9-41a4-8f1e-ead8177627c1'
const PAYMENT = '01a1fd7d-eb9c-72a3-b488-45f869bb4382'
const job = { id: 'job', payload: { payment_id: PAYMENT } } as unknown as OutboxJob

const facts = {
  status: 'pending',
  amount_rappen: 41_250,
  currency: 'CHF',
  number: 'F-2026-00007',
  stripe_customer: 'cus_1',
  payment_method: 'pm_1',
  stripe_account: 'acct_1',
  fee_rappen: 500,
  begun_at: '2026-11-29T09:00:00Z',
  is_owed: true,
}

/** A worker whose database answers the facts and notes what it is told. */
function worker(changes: Partial<Record<keyof typeof facts, unknown>> = {}) {
  const told: [string, Record<string, unknown>][] = []
  const company = {
    select: () => company,
    eq: () => company,
    maybeSingle: async () => ({ data: { stripe_account_id: 'acct_1' }, error: null }),
  }
  const db = {
    from: () => company,
    rpc: async (name: string, args: Record<string, unknown>) => {
      if (name === 'charge_facts') return { data: { ...facts, ...changes }, error: null }
      told.push([name, args])
      return { data: 'settled', error: null }
    },
  }
  const now = () => new Date('2026-11-29T09:05:00Z')
  return { ctx: { db, companyId: COMPANY, now } as unknown as ServiceContext, told }
}

beforeEach(() => {
  create.mockReset()
})

test('the card is charged as the company’s account, with the platform’s share, once a payment', async () => {
  create.mockResolvedValue({
    id: 'pi_1',
    status: 'succeeded',
    amount_received: 41_250,
    currency: 'chf',
    customer: 'cus_1',
    payment_method: 'pm_1',
    metadata: { company_id: COMPANY, payment_id: PAYMENT },
  })
  const { ctx, told } = worker()
  await chargeCardOnFile(ctx, job)
  expect(create).toHaveBeenCalledWith(
    expect.objectContaining({
      amount: 41_250,
      currency: 'chf',
      customer: 'cus_1',
      payment_method: 'pm_1',
      off_session: true,
      application_fee_amount: 500,
    }),
    { idempotencyKey: `charge:${PAYMENT}`, stripeAccount: 'acct_1' },
  )
  expect(told.map(([name]) => name)).toEqual(['settle_payment'])
})

test.each(['authentication_required', 'card_declined'])(
  '%s is an answer: the customer is asked to pay',
  async (code) => {
    create.mockRejectedValue(
      new Stripe.errors.StripeCardError({ type: 'card_error', message: 'no', code } as never),
    )
    const { ctx, told } = worker()
    await chargeCardOnFile(ctx, job)
    expect(told).toEqual([
      ['refuse_charge', { p_company_id: COMPANY, p_payment_id: PAYMENT, p_failure: code }],
    ])
  },
)

test('Stripe that is away is asked again', async () => {
  create.mockRejectedValue(new Stripe.errors.StripeConnectionError({ message: 'away' } as never))
  const { ctx, told } = worker()
  await expect(chargeCardOnFile(ctx, job)).rejects.toThrow('away')
  expect(told).toEqual([])
})

test('without a card nothing is charged, and what is settled is not charged again', async () => {
  const without = worker({ payment_method: null })
  await chargeCardOnFile(without.ctx, job)
  expect(without.told).toMatchObject([['refuse_charge', { p_failure: 'card_missing' }]])
  const settled = worker({ status: 'succeeded' })
  await chargeCardOnFile(settled.ctx, job)
  expect(settled.told).toEqual([])
  expect(create).not.toHaveBeenCalled()
})
