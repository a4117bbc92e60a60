import type Stripe from 'stripe'
import { fromPostgres } from '@/lib/core/errors'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { chargeFacts } from '@/lib/integrations/stripe/transform'
import type { Db } from '@/lib/supabase/client'

/** The charge behind a payment, with what was taken of it; null where nothing was charged. */
export async function chargeOf(
  intent: Stripe.PaymentIntent,
  account: string | null,
): Promise<Stripe.Charge | null> {
  const latest = intent.latest_charge
  if (!latest) return null
  return stripe().charges.retrieve(
    typeof latest === 'string' ? latest : latest.id,
    { expand: ['balance_transaction'] },
    actingAs(account),
  )
}

/** Notes which card was charged and what Stripe and the platform took of it, as the charge says now; what it does not say yet comes with `charge.updated`. */
export async function noteCharge(
  db: Db,
  companyId: string,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge | null,
): Promise<void> {
  if (!charge) return
  const { error } = await db.rpc('note_stripe_charge', {
    p_company_id: companyId,
    p_intent: intent.id,
    p_charge: chargeFacts(charge),
  })
  if (error) throw fromPostgres(error)
}
