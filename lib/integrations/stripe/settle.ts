import type Stripe from 'stripe'
import { fromPostgres } from '@/lib/core/errors'
import type { EventOutcome } from '@/lib/core/inbox'
import { isAccountOf } from '@/lib/integrations/stripe/company-account'
import { convergeOnHold } from '@/lib/integrations/stripe/hold-events'
import { chargeOf, noteCharge } from '@/lib/integrations/stripe/note-charge'
import { fromMetadata, type HoldReference, holdOf, idOf } from '@/lib/integrations/stripe/transform'
import type { Db } from '@/lib/supabase/client'

/**
 * Brings our payment to where Stripe's payment intent is, as fetched just now. Events come late, twice and in any
 * order; because only the present state counts, every order ends the same.
 */
export async function convergeOnIntent(
  db: Db,
  intent: Stripe.PaymentIntent,
  { account, sessionId }: { account: string | null; sessionId: string | null },
): Promise<EventOutcome> {
  const hold = holdOf(intent.metadata)
  if (hold) return convergeOnDeposit(db, hold, intent, account)
  const reference = fromMetadata(intent.metadata)
  if (!reference) return { status: 'ignored', reason: 'not_ours' }
  const { companyId, paymentId } = reference
  if (!(await isAccountOf(db, companyId, account))) return { status: 'quarantined', reason: 'wrong_account' }
  const payment = { p_company_id: companyId, p_payment_id: paymentId }

  if (intent.status === 'succeeded') {
    const charge = await chargeOf(intent, account)
    const isTwint = charge?.payment_method_details?.type === 'twint'
    const { data, error } = await db.rpc('settle_payment', {
      ...payment,
      p_session: sessionId as string,
      p_intent: intent.id,
      p_amount_rappen: intent.amount_received,
      p_currency: intent.currency,
      // TWINT cannot be charged again: the card on file stays what it was.
      ...(isTwint ? { p_method: 'twint' as const } : cardOnFile(intent)),
    })
    if (error) return refusedOrThrow(error, companyId)
    if (data === 'mismatch') return { status: 'quarantined', companyId, reason: 'amount_mismatch' }
    await noteCharge(db, companyId, intent, charge)
    return { status: 'processed', companyId, reason: String(data) }
  }
  if (intent.last_payment_error || intent.status === 'canceled') {
    const { error } = await db.rpc('fail_payment', payment)
    if (error) return refusedOrThrow(error, companyId)
  }
  return { status: 'processed', companyId, reason: intent.status }
}

/** A hold of a security deposit: standing, captured or gone. */
async function convergeOnDeposit(
  db: Db,
  hold: HoldReference,
  intent: Stripe.PaymentIntent,
  account: string | null,
): Promise<EventOutcome> {
  const { companyId } = hold
  if (!(await isAccountOf(db, companyId, account))) return { status: 'quarantined', reason: 'wrong_account' }
  const outcome = await convergeOnHold(db, hold, intent, account)
  if (outcome === 'mismatch') return { status: 'quarantined', companyId, reason: 'amount_mismatch' }
  if (intent.status === 'succeeded') {
    await noteCharge(db, companyId, intent, await chargeOf(intent, account))
  }
  return { status: 'processed', companyId, reason: outcome }
}

function cardOnFile(intent: Stripe.PaymentIntent) {
  return {
    ...optional('p_customer_ref', idOf(intent.customer)),
    ...optional('p_payment_method_ref', idOf(intent.payment_method)),
  }
}

function optional<K extends string>(key: K, value: string | null): { [key in K]?: string } {
  return value === null ? {} : ({ [key]: value } as { [key in K]: string })
}

/** A payment we do not know is a contradiction for a person to look at; a database that fails is tried again. */
export function refusedOrThrow(failure: Parameters<typeof fromPostgres>[0], companyId: string): EventOutcome {
  const error = fromPostgres(failure)
  if (error.isFault) throw error
  return { status: 'quarantined', companyId, reason: error.code }
}
