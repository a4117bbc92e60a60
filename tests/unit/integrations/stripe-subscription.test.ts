import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { planOf, toChoiceMetadata, toListed } from '@/lib/integrations/stripe/billing/transform'

const USER = '6a8be2f0-5bf9-41a4-8f1e-ead8177627c1'

function subscription(changes: Record<string, unknown> = {}): Stripe.Subscription {
  return {
    id: 'sub_1',
    status: 'active',
    created: 1_790_000_000,
    ended_at: null,
    cancel_at: null,
    items: { data: [{ current_period_end: 1_800_000_000, price: { metadata: { plan: 'business' } } }] },
    metadata: toChoiceMetadata({ companyId: 'c', userId: USER, plan: 'business' }),
    ...changes,
  } as unknown as Stripe.Subscription
}

test('a subscription is read with its plan, its days and who chose it', () => {
  expect(toListed(subscription())).toEqual({
    ref: 'sub_1',
    plan: 'business',
    state: 'active',
    period_ends_at: '2027-01-15T08:00:00.000Z',
    ends_at: null,
    asked_by: USER,
    asked_plan: 'business',
  })
})

test('notice and end are the day it ends', () => {
  expect(toListed(subscription({ cancel_at: 1_800_000_000 }))?.ends_at).toBe('2027-01-15T08:00:00.000Z')
  expect(toListed(subscription({ ended_at: 1_790_000_000, cancel_at: 1_800_000_000 }))?.ends_at).toBe(
    '2026-09-21T14:13:20.000Z',
  )
})

test('one whose first payment never came has not begun', () => {
  for (const status of ['incomplete', 'incomplete_expired'])
    expect(toListed(subscription({ status }))).toBeNull()
})

test('what somebody else wrote into the metadata is nobody and nothing', () => {
  const listed = toListed(subscription({ metadata: { user_id: 'me', plan: 'gold' } }))
  expect(listed).toMatchObject({ asked_by: null, asked_plan: null })
  expect(planOf(undefined)).toBeNull()
  expect(planOf({ metadata: { plan: 'platinum' } })).toBeNull()
})
