import Stripe from 'stripe'
import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import type { DepositReference } from '@/lib/integrations/stripe/transform'
import type { Db } from '@/lib/supabase/client'

const Payload = z.object({ deposit_id: z.uuid() })

const Facts = z.object({
  status: z.enum(['requested', 'held', 'capturing', 'captured', 'released', 'failed']),
  amount_rappen: z.number().int().positive(),
  captured_rappen: z.number().int().nonnegative().nullable(),
  currency: z.string(),
  payment_intent: z.string().nullable(),
  stripe_customer: z.string().nullable(),
  payment_method: z.string().nullable(),
  stripe_account: z.string().nullable(),
  contract_number: z.string(),
})

async function factsOf({ db, companyId }: ServiceContext, depositId: string): Promise<z.infer<typeof Facts>> {
  const { data, error } = await db.rpc('deposit_facts', { p_company_id: companyId, p_deposit_id: depositId })
  if (error) throw fromPostgres(error)
  return Facts.parse(data)
}

/** `stripe.deposit_authorise`: holds the security deposit on the card on file. A refused card is an answer, not a fault. */
export const authoriseDeposit: OutboxHandler = async (ctx, job) => {
  const { deposit_id: depositId } = Payload.parse(job.payload)
  const facts = await factsOf(ctx, depositId)
  if (facts.status !== 'requested') return
  const { intentId, failure } = await holdOnCard(facts, { companyId: ctx.companyId, depositId })
  const { error } = await ctx.db.rpc('settle_deposit_hold', {
    p_company_id: ctx.companyId,
    p_deposit_id: depositId,
    p_intent: intentId as string,
    ...(failure ? { p_failure: failure } : {}),
  })
  if (error) throw fromPostgres(error)
}

async function holdOnCard(
  facts: z.infer<typeof Facts>,
  { companyId, depositId }: { companyId: string; depositId: string },
): Promise<{ intentId: string | null; failure?: string }> {
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
        metadata: { company_id: companyId, deposit_id: depositId },
      },
      { idempotencyKey: `deposit:${depositId}`, ...actingAs(facts.stripe_account) },
    )
    return intent.status === 'requires_capture'
      ? { intentId: intent.id }
      : { intentId: intent.id, failure: intent.status }
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeCardError)) throw error
    return { intentId: error.payment_intent?.id ?? null, failure: error.code ?? 'card_declined' }
  }
}

/** `stripe.deposit_resolve`: captures the part that was agreed, or lets the hold go; what Stripe did is then booked. */
export const resolveDeposit: OutboxHandler = async (ctx, job) => {
  const { deposit_id: depositId } = Payload.parse(job.payload)
  const { payment_intent: intentId, captured_rappen, stripe_account } = await factsOf(ctx, depositId)
  if (!intentId) return
  const account = actingAs(stripe_account)
  // The hold's present state decides, so that a repetition after a lost answer does nothing.
  let intent = await stripe().paymentIntents.retrieve(intentId, {}, account)
  if (intent.status === 'requires_capture') {
    const once = { idempotencyKey: `deposit-end:${depositId}`, ...account }
    intent = captured_rappen
      ? await stripe().paymentIntents.capture(intentId, { amount_to_capture: captured_rappen }, once)
      : await stripe().paymentIntents.cancel(intentId, {}, once)
  }
  await bookCapture(ctx.db, { companyId: ctx.companyId, depositId }, intent)
}

/** Books what has become of a deposit's hold; while it still stands, nothing. Gives what the database made of it. */
export async function bookCapture(
  db: Db,
  { companyId, depositId }: DepositReference,
  intent: Stripe.PaymentIntent,
): Promise<string> {
  if (intent.status !== 'succeeded' && intent.status !== 'canceled') return intent.status
  const { data, error } = await db.rpc('settle_deposit_capture', {
    p_company_id: companyId,
    p_deposit_id: depositId,
    p_captured_rappen: (intent.status === 'succeeded' ? intent.amount_received : null) as number,
    ...(intent.status === 'canceled' && { p_failure: intent.cancellation_reason ?? 'hold_expired' }),
  })
  if (error) throw fromPostgres(error)
  return data
}
