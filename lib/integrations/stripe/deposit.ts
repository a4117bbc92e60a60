import Stripe from 'stripe'
import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { earlierIntent } from '@/lib/integrations/stripe/earlier-calls'
import { type HoldFacts, holdFacts, settleHold } from '@/lib/integrations/stripe/hold'
import { convergeOnHold } from '@/lib/integrations/stripe/hold-events'
import { type HoldReference, holdOf, toMetadata } from '@/lib/integrations/stripe/transform'

const HoldPayload = z.object({ hold_id: z.uuid() })
const DepositPayload = z.object({ deposit_id: z.uuid() })

const DepositFacts = z.object({
  captured_rappen: z.number().int().nonnegative(),
  payment_intent: z.string().nullable(),
  stripe_account: z.string(),
})

/** `stripe.deposit_authorise`: holds the security deposit on the card on file. A refused card is an answer, not a fault. */
export const authoriseDeposit: OutboxHandler = async (ctx, job) => {
  const facts = await holdFacts(ctx, HoldPayload.parse(job.payload).hold_id)
  if (facts.hold_status !== 'requested') return
  const { reference, stripe_account: account } = facts
  const before = await earlierIntent(
    { customer: facts.stripe_customer, begunAt: facts.begun_at, now: ctx.now(), account },
    ({ hold_id }) => hold_id === reference.holdId,
  )
  await settleHold(ctx.db, reference, before ? outcomeOf(before) : await holdOnCard(facts), account)
}

async function holdOnCard(facts: HoldFacts): Promise<Parameters<typeof settleHold>[2]> {
  const { reference, stripe_account } = facts
  if (!facts.stripe_customer || !facts.payment_method) return { intentId: null, failure: 'card_missing' }
  try {
    const intent = await stripe().paymentIntents.create(
      {
        amount: facts.amount_rappen,
        currency: facts.currency.toLowerCase(),
        customer: facts.stripe_customer,
        payment_method: facts.payment_method,
        capture_method: 'manual',
        confirm: true,
        off_session: true,
        description: facts.contract_number,
        metadata: toMetadata(reference),
        expand: ['latest_charge'],
      },
      { idempotencyKey: `hold:${reference.holdId}`, ...actingAs(stripe_account) },
    )
    return outcomeOf(intent)
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeCardError)) throw error
    return { intentId: error.payment_intent?.id ?? null, failure: error.code ?? 'card_declined' }
  }
}

function outcomeOf(intent: Stripe.PaymentIntent): Parameters<typeof settleHold>[2] {
  return intent.status === 'requires_capture'
    ? { intentId: intent.id, intent }
    : { intentId: intent.id, failure: intent.last_payment_error?.code ?? intent.status }
}

/** `stripe.deposit_check`: asks Stripe what has become of a hold whose time is up; an event may have been lost. */
export const checkDeposit: OutboxHandler = async (ctx, job) => {
  const facts = await holdFacts(ctx, HoldPayload.parse(job.payload).hold_id)
  if (facts.hold_status !== 'held' || !facts.hold_intent) return
  const intent = await stripe().paymentIntents.retrieve(facts.hold_intent, {}, actingAs(facts.stripe_account))
  await convergeOnHold(ctx.db, facts.reference, intent)
}

/** `stripe.deposit_drop`: lets a hold go that another one has replaced, or that nobody wants any more. */
export const dropHold: OutboxHandler = async (ctx, job) => {
  const facts = await holdFacts(ctx, HoldPayload.parse(job.payload).hold_id)
  if (facts.hold_status !== 'released' || !facts.hold_intent) return
  const account = actingAs(facts.stripe_account)
  // The hold's present state decides, so that a repetition after a lost answer does nothing.
  const intent = await stripe().paymentIntents.retrieve(facts.hold_intent, {}, account)
  if (intent.status === 'requires_capture') await release(intent.id, facts.reference, account)
}

function release(
  intentId: string,
  { holdId }: Pick<HoldReference, 'holdId'>,
  account: { stripeAccount?: string },
): Promise<Stripe.PaymentIntent> {
  return stripe().paymentIntents.cancel(intentId, {}, { idempotencyKey: `hold-end:${holdId}`, ...account })
}

/** `stripe.deposit_resolve`: captures the part that was agreed, or lets the hold go; what Stripe did is then booked. */
export const resolveDeposit: OutboxHandler = async (ctx, job) => {
  const { deposit_id: depositId } = DepositPayload.parse(job.payload)
  const { payment_intent: intentId, captured_rappen, stripe_account } = await depositFacts(ctx, depositId)
  if (!intentId) return
  const account = actingAs(stripe_account)
  let intent: Stripe.PaymentIntent = await stripe().paymentIntents.retrieve(intentId, {}, account)
  if (intent.status === 'requires_capture') {
    intent = captured_rappen
      ? await stripe().paymentIntents.capture(
          intentId,
          { amount_to_capture: captured_rappen },
          { idempotencyKey: `deposit-end:${depositId}`, ...account },
        )
      : await release(intentId, { holdId: depositId }, account)
  }
  const hold = holdOf(intent.metadata)
  if (hold) await convergeOnHold(ctx.db, hold, intent)
}

async function depositFacts(
  { db, companyId }: ServiceContext,
  depositId: string,
): Promise<z.infer<typeof DepositFacts>> {
  const { data, error } = await db.rpc('deposit_facts', { p_company_id: companyId, p_deposit_id: depositId })
  if (error) throw fromPostgres(error)
  return DepositFacts.parse(data)
}
