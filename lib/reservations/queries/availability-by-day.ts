import { z } from 'zod'
import { cachedSearch } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const DaysAnswer = z.array(
  z
    .object({
      category_id: z.string(),
      names: z.record(z.string(), z.string()),
      vehicles: z.number(),
      free: z.array(z.number()),
    })
    .transform(({ category_id, ...row }) => ({ id: category_id, ...row })),
)

/** How many vehicles of a category stay free throughout each day. */
export type CategoryDays = z.infer<typeof DaysAnswer>[number]

/** The free vehicles of each category day by day, holds, maintenance and washes counted; at most two seconds old. */
export async function listAvailabilityByDay(
  ctx: CompanyContext,
  { from, days, locationId }: { from: string; days: number; locationId?: string | undefined },
): Promise<CategoryDays[]> {
  return cachedSearch(ctx.companyId, `days:${from}:${days}:${locationId ?? ''}`, async () => {
    const { data, error } = await ctx.db.rpc('availability_by_day', {
      p_from: from,
      p_days: days,
      ...(locationId && { p_location_id: locationId }),
    })
    if (error) throw fromPostgres(error)
    return DaysAnswer.parse(data)
  })
}
