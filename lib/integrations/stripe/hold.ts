import type Stripe from 'stripe'
import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { actingAs, stripe } from '@/lib/integrations/stripe/client'
import { type HoldReference, idOf } from '@/lib/integrations/stripe/transform'
import type { Db } from '@/lib/supabase/client'

const Facts = z.object({
  deposit_id: z.uuid(),
  hold_status: z.enum(['requested', 'held', 'failed', 'lapsed', 'released', 'captured']),
  hold_intent: z.string().nullable(),
  amount_rappen: z.number().int().positive(),
  currency: z.string(),
  stripe_customer: z.string().nullable(),
  payment_method: z.string().nullable(),
  stripe_account: z.string(),
  contract_number: z.string(),
  begun_at: z.coerce.date(),
})

/** What is known of one hold on a card, of the deposit it is for, and of the card on file. */
export type HoldFacts = z.infer<typeof Facts> & { reference: HoldReference }

/** Reads a hold by its id. */
export async function holdFacts(
  { db, companyId }: Pick<ServiceContext, 'db' | 'companyId'>,
  holdId: string,
): Promise<HoldFacts> {
  const { data, error } = await db.rpc('deposit_hold_facts', { p_company_id: companyId, p_hold_id: holdId })
  if (error) throw fromPostgres(error)
  const facts = Facts.parse(data)
  return { ...facts, reference: { companyId, depositId: facts.deposit_id, holdId } }
}

/** Notes that a hold stands at Stripe, and until when, or why it was refused. Gives what the hold is now. */
export async function settleHold(
  db: Db,
  { companyId, holdId }: HoldReference,
  outcome: { intentId: string | null; intent?: Stripe.PaymentIntent; failure?: string },
  account?: string | null,
): Promise<string> {
  const { intentId, intent, failure } = outcome
  const expiresAt = intent && (await expiryOf(intent, account ?? null))
  const [customer, method] = [idOf(intent?.customer), idOf(intent?.payment_method)]
  const { data, error } = await db.rpc('settle_deposit_hold', {
    p_company_id: companyId,
    p_hold_id: holdId,
    // Null, not absent: without the argument the function would not be found.
    p_intent: intentId as string,
    ...(expiresAt && { p_expires_at: expiresAt.toISOString() }),
    ...(failure && { p_failure: failure }),
    ...(customer && method && { p_customer_ref: customer, p_payment_method_ref: method }),
  })
  if (error) throw fromPostgres(error)
  return data
}

/** The shortest time for which a network holds: what counts while Stripe does not say otherwise. */
const SHORTEST_HOLD_MS = (4 * 24 + 18) * 3_600_000

/** Until when the amount is held: five days to a month, by network and by who was there. */
async function expiryOf(intent: Stripe.PaymentIntent, account: string | null): Promise<Date> {
  const latest = intent.latest_charge
  const charge =
    typeof latest === 'string' ? await stripe().charges.retrieve(latest, {}, actingAs(account)) : latest
  const seconds = charge?.payment_method_details?.card?.capture_before
  return new Date(seconds ? seconds * 1_000 : intent.created * 1_000 + SHORTEST_HOLD_MS)
}
