import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { convergeOnIntent } from '@/lib/integrations/stripe/settle'
import { fromMetadata } from '@/lib/integrations/stripe/transform'
import type { Db } from '@/lib/supabase/client'

const COMPANY = '6a8be2f0-5bf9-41a4-8f1e-ead8177627c1'
const PAYMENT = '01a1fd7d-eb9c-72a3-b488-45f869bb4382'

/** A database that knows one company, answers every function with `answer`, and notes what was called. */
function databaseThat(
  answer: { data?: unknown; error?: { code: string; message: string } },
  account: string | null = 'acct_1',
) {
  const calls: [string, Record<string, unknown>][] = []
  const company = {
    select: () => company,
    eq: () => company,
    maybeSingle: async () => ({ data: { stripe_account_id: account }, error: null }),
  }
  const db = {
    from: () => company,
    rpc: async (name: string, args: Record<string, unknown>) => {
      calls.push([name, args])
      return { data: answer.data ?? null, error: answer.error ?? null }
    },
  }
  return { db: db as unknown as Db, calls }
}

function intent(changes: Partial<Stripe.PaymentIntent> = {}): Stripe.PaymentIntent {
  return {
    id: 'pi_1',
    status: 'succeeded',
    amount_received: 20_600,
    currency: 'chf',
    customer: 'cus_1',
    payment_method: { id: 'pm_1' },
    last_payment_error: null,
    metadata: { company_id: COMPANY, payment_id: PAYMENT },
    ...changes,
  } as Stripe.PaymentIntent
}

const event = { account: 'acct_1', sessionId: 'cs_1' }

test('a payment that succeeded is settled with what Stripe says, not with what we expected', async () => {
  const { db, calls } = databaseThat({ data: 'settled' })
  expect(await convergeOnIntent(db, intent(), event)).toMatchObject({
    status: 'processed',
    companyId: COMPANY,
  })
  expect(calls).toEqual([
    [
      'settle_payment',
      {
        p_company_id: COMPANY,
        p_payment_id: PAYMENT,
        p_session: 'cs_1',
        p_intent: 'pi_1',
        p_amount_rappen: 20_600,
        p_currency: 'chf',
        p_customer_ref: 'cus_1',
        p_payment_method_ref: 'pm_1',
      },
    ],
  ])
})

test('an event of one account cannot speak for a company that is paid through another', async () => {
  for (const [theirs, ours] of [
    ['acct_evil', null],
    [null, null],
    [null, 'acct_ours'],
    ['acct_evil', 'acct_ours'],
  ] as const) {
    const { db, calls } = databaseThat({ data: 'settled' }, ours)
    const outcome = await convergeOnIntent(db, intent(), { account: theirs, sessionId: null })
    expect(outcome).toMatchObject({ status: 'quarantined', reason: 'wrong_account' })
    expect(calls).toEqual([])
  }
})

test('another amount than ours waits for a person', async () => {
  const { db } = databaseThat({ data: 'mismatch' })
  expect(await convergeOnIntent(db, intent(), event)).toMatchObject({
    status: 'quarantined',
    reason: 'amount_mismatch',
  })
})

test('a payment we do not know waits for a person; a database that is away is asked again', async () => {
  const unknown = databaseThat({ error: { code: 'PT404', message: 'not_found' } })
  expect(await convergeOnIntent(unknown.db, intent(), event)).toMatchObject({
    status: 'quarantined',
    reason: 'not_found',
  })
  const away = databaseThat({ error: { code: '57P01', message: 'terminating connection' } })
  await expect(convergeOnIntent(away.db, intent(), event)).rejects.toMatchObject({ code: 'unavailable' })
})

test('a refused card is noted; a page that is still open changes nothing', async () => {
  const refused = databaseThat({})
  const declined = {
    status: 'requires_payment_method',
    last_payment_error: { code: 'card_declined' },
  } as Partial<Stripe.PaymentIntent>
  await convergeOnIntent(refused.db, intent(declined), event)
  expect(refused.calls.map(([name]) => name)).toEqual(['fail_payment'])
  const open = databaseThat({})
  await convergeOnIntent(open.db, intent({ status: 'requires_payment_method' }), event)
  expect(open.calls).toEqual([])
})

test.each([[null], [{}], [{ company_id: COMPANY }], [{ company_id: COMPANY, payment_id: "1' or true" }]])(
  '%j belongs to nobody',
  (metadata) => {
    expect(fromMetadata(metadata as Stripe.Metadata | null)).toBeNull()
  },
)
