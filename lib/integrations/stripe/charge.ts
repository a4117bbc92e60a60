import Stripe from 'stripe'
import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { convergeOnIntent } from '@/lib/integrations/stripe/settle'
import { toMetadata } from '@/lib/integrations/stripe/transform'

const Payload = z.object({ payment_id: z.uuid() })

const Facts = z.object({
  status: z.string(),
  amount_rappen: z.number().int().positive(),
  currency: z.string(),
  number: z.string(),
  stripe_customer: z.string().nullable(),
  payment_method: z.string().nullable(),
  stripe_account: z.string().nullable(),
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
    if (intent.status === 'succeeded') await convergeOnIntent(ctx.db, intent, { account, sessionId: null })
    else if (intent.status !== 'processing') await refuse(ctx, paymentId, intent.status)
  } catch (failure) {
    if (!(failure instanceof Stripe.errors.StripeCardError)) throw failure
    await refuse(ctx, paymentId, failure.code ?? 'card_declined')
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
