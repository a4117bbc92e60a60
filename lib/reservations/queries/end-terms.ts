import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const Terms = z
  .object({ percent: z.number(), fee_rappen: z.number(), paid_rappen: z.number(), refund_rappen: z.number() })
  .transform((terms) => ({
    percent: terms.percent,
    feeRappen: terms.fee_rappen,
    paidRappen: terms.paid_rappen,
    refundRappen: terms.refund_rappen,
  }))

const Answer = z
  .object({ cancellation: Terms, no_show: Terms })
  .transform(({ cancellation, no_show }) => ({ cancellation, noShow: no_show }))

/** What cancelling now and not coming would cost, and what would go back. */
export type EndTerms = z.output<typeof Answer>

/**
 * The price of an end, as it was agreed when the reservation was made.
 * @throws AppError `not_found`
 */
export async function previewEnd(ctx: CompanyContext, id: string): Promise<EndTerms> {
  const { data, error } = await ctx.db.rpc('preview_end', { p_reservation_id: id })
  if (error) throw fromPostgres(error)
  return Answer.parse(data)
}
