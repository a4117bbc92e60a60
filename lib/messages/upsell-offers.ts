import { z } from 'zod'
import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const Offers = z.array(
  z
    .object({
      kind: z.enum(['extra', 'category']),
      names: z.record(z.string(), z.string()),
      prices_rappen: z.tuple([z.number().int()], z.number().int()),
    })
    .transform(({ kind, names, prices_rappen: [amountRappen] }) => ({ kind, names, amountRappen })),
)

/** An extra that can still be added to a booking, or a category to be had in the place of its own, and what one adds to its price. */
export type UpsellOffer = z.infer<typeof Offers>[number]

/** What the reminder of a booking offers; telling it is noted, for the company's report. */
export async function upsellOffersOf(ctx: ServiceContext, reservationId: string): Promise<UpsellOffer[]> {
  const { data, error } = await ctx.db.rpc('offer_upsells', {
    p_company_id: ctx.companyId,
    p_reservation_id: reservationId,
  })
  if (error) throw fromPostgres(error)
  return Offers.parse(data)
}
