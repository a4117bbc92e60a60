import Stripe from 'stripe'
import { z } from 'zod'
import type { OutboxHandler } from '@/lib/core/outbox'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { accountOf } from '@/lib/integrations/stripe/company-account'
import { convergeOnIntent } from '@/lib/integrations/stripe/settle'

const Payload = z.object({ session: z.string() })

/**
 * `stripe.close_page`: expires a payment page that asks for what is not owed any more. One that is closed stays so; one
 * that was paid at the last moment is booked, as its event would have it.
 */
export const closePage: OutboxHandler = async (ctx, job) => {
  const { session } = Payload.parse(job.payload)
  const account = await accountOf(ctx.db, ctx.companyId)
  if (await expire(session, account)) return
  const { payment_intent: intent } = await stripe().checkout.sessions.retrieve(
    session,
    { expand: ['payment_intent'] },
    actingAs(account),
  )
  if (intent && typeof intent !== 'string') {
    const outcome = await convergeOnIntent(ctx.db, intent, { account, sessionId: session })
    ctx.log.info({ event: 'stripe.paid_before_closing', session, outcome: outcome.reason })
  }
}

/** False for a page that was open no more: paid, or past its time. */
async function expire(session: string, account: string | null): Promise<boolean> {
  const { status } = await stripe().checkout.sessions.retrieve(session, {}, actingAs(account))
  if (status !== 'open') return false
  try {
    await stripe().checkout.sessions.expire(session, {}, actingAs(account))
    return true
  } catch (failure) {
    // Paid between the look and the closing: Stripe refuses to expire it.
    if (!(failure instanceof Stripe.errors.StripeInvalidRequestError)) throw failure
    const { status: now } = await stripe().checkout.sessions.retrieve(session, {}, actingAs(account))
    if (now === 'open') throw failure
    return false
  }
}
