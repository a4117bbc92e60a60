import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import { fromPostgres } from '@/lib/core/errors'
import type { EventOutcome } from '@/lib/core/inbox'
import { toListed } from '@/lib/integrations/stripe/billing/transform'
import { stripe } from '@/lib/integrations/stripe/client'
import { refusedOrThrow } from '@/lib/integrations/stripe/settle'
import type { Db } from '@/lib/supabase/client'

const Billed = z.object({ company_id: z.uuid(), seen_at: z.string() })

/**
 * Brings a company's status and plan to what its subscriptions at Stripe are now. Whatever made us look, in whatever
 * order and however often: all of them are fetched, and the database keeps what was asked for last.
 */
export async function syncSubscriptions(db: Db, customer: string): Promise<EventOutcome> {
  const { data, error } = await db.rpc('billed_company', { p_customer_ref: customer })
  if (error) throw fromPostgres(error)
  if (data === null) return { status: 'quarantined', reason: 'unknown_customer' }
  const { company_id: companyId, seen_at } = Billed.parse(data)
  const { data: found } = await stripe().subscriptions.list({ customer, status: 'all', limit: 100 })
  const applied = await db.rpc('apply_subscriptions', {
    p_company_id: companyId,
    p_subscriptions: found.toReversed().flatMap((subscription) => toListed(subscription) ?? []),
    p_seen_at: seen_at,
  })
  if (applied.error) return refusedOrThrow(applied.error, companyId)
  if (applied.data !== 'applied') return { status: 'quarantined', companyId, reason: applied.data }
  await invalidate(companyId, 'settings')
  return { status: 'processed', companyId }
}
