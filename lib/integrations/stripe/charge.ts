import Stripe from 'stripe'
import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { earlierIntent } from '@/lib/integrations/stripe/earlier-calls'
import { convergeOnIntent } from '@/lib/integrations/stripe/settle'
import { toMetadata } from '@/lib/integrations/stripe/transform'

const Payload = z.object({ payment_id: z.uuid() })

const Facts = z.object({
  status: z.string(),
  amount_rappen: z.number().int().positive(),
  currency: z.string(),
  number: z.string(),
  begun_at: z.coerce.date(),
  is_owed: z.boolean(),
  stripe_customer: z.string().nullable(),
  payment_method: z.string().nullable(),
  stripe_account: z.string(),
  fee_rappen: z.number().int().nonnegative(),
})

/**
 * `stripe.charge`: takes an invoice's amount from the card on file, without its holder. A card that is refused or wants
 * its holder (`authentication_required`) is an answer, not a fault: the customer gets the private link instead.
 */
export const chargeCardOnFile: OutboxHandler = async (ctx, job) => {
  const { payment_id: paymentId } = Payload.parse(job.payload)
  const { data, error } = await ctx.db.rpc('charge_facts', {
    p_company_id: ctx.companyId,
    p_payment_id: paymentId,
  })
  if (error) throw fromPostgres(error)
  const facts = Facts.parse(data)
  if (facts.status !== 'pending') return
  const before = await earlierIntent(
    {
      customer: facts.stripe_customer,
      begunAt: facts.begun_at,
      now: ctx.now(),
      account: facts.stripe_account,
    },
    ({ payment_id }) => payment_id === paymentId,
  )
  if (before) return settleCharge(ctx, paymentId, before, facts.stripe_account)
  if (!facts.is_owed) return refuse(ctx, paymentId, 'superseded')
  if (!facts.stripe_customer || !facts.payment_method) return refuse(ctx, paymentId, 'card_missing')
  const account = facts.stripe_account
  try {
    const intent = await stripe().paymentIntents.create(
      {
        amount: facts.amount_rappen,
        currency: facts.currency.toLowerCase(),
        customer: facts.stripe_customer,
        payment_method: facts.payment_method,
        confirm: true,
        off_session: true,
        description: facts.number,
        metadata: toMetadata({ companyId: ctx.companyId, paymentId }),
        ...(facts.fee_rappen > 0 && { application_fee_amount: facts.fee_rappen }),
      },
      { idempotencyKey: `charge:${paymentId}`, ...actingAs(account) },
    )
    await settleCharge(ctx, paymentId, intent, account)
  } catch (failure) {
    if (!(failure instanceof Stripe.errors.StripeCardError)) throw failure
    await refuse(ctx, paymentId, failure.code ?? 'card_declined')
  }
}

/** Books what Stripe answers; a charge that is still on its way is booked by its event. */
async function settleCharge(
  ctx: ServiceContext,
  paymentId: string,
  intent: Stripe.PaymentIntent,
  account: string,
): Promise<void> {
  if (intent.status === 'succeeded') await convergeOnIntent(ctx.db, intent, { account, sessionId: null })
  else if (intent.status !== 'processing') {
    await refuse(ctx, paymentId, intent.last_payment_error?.code ?? intent.status)
  }
}

async function refuse(ctx: ServiceContext, paymentId: string, failure: string): Promise<void> {
  const { error } = await ctx.db.rpc('refuse_charge', {
    p_company_id: ctx.companyId,
    p_payment_id: paymentId,
    p_failure: failure,
  })
  if (error) throw fromPostgres(error)
}
