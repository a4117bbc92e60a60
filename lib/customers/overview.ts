import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const Totals = z.object({
  bookings: z.number(),
  cancelled: z.number(),
  no_shows: z.number(),
  spend_rappen: z.number(),
  open_rappen: z.number(),
  credit_rappen: z.number(),
  last_booking_at: z.string().nullable(),
})
export type Totals = z.output<typeof Totals>

const Entry = z.object({
  at: z.string(),
  kind: z.enum(['reservation', 'contract', 'invoice', 'payment', 'message', 'note', 'consent', 'change']),
  id: z.string(),
  title: z.string().nullable(),
  status: z.string().nullable(),
  amount_rappen: z.number().nullable(),
  currency: z.string().nullable(),
  actor: z.string().nullable(),
  text: z.string().nullable(),
})
/** Something that happened with a customer. */
export type TimelineEntry = z.output<typeof Entry>

/** Bookings, spend and what is open. @throws AppError `not_found` */
export async function getTotals(ctx: CompanyContext, customerId: string): Promise<Totals> {
  const { data, error } = await ctx.db.rpc('customer_totals', { p_customer_id: customerId })
  if (error) throw fromPostgres(error)
  return Totals.parse(data)
}

/** Everything about a customer, newest first; `before` is the time of the last entry seen. @throws AppError `not_found` */
export async function listTimeline(
  ctx: CompanyContext,
  customerId: string,
  before?: string,
): Promise<{ entries: TimelineEntry[]; next: string | null }> {
  const limit = 15
  const { data, error } = await ctx.db.rpc('customer_timeline', {
    p_customer_id: customerId,
    p_limit: limit,
    ...(before && { p_before: before }),
  })
  if (error) throw fromPostgres(error)
  const entries = z.array(Entry).parse(data)
  return { entries, next: entries.length >= limit ? (entries.at(-1)?.at ?? null) : null }
}
