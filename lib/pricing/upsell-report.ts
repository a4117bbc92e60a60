import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const Answer = z.array(
  z
    .object({
      kind: z.enum(['extra', 'category']),
      id: z.string(),
      names: z.record(z.string(), z.string()),
      offered: z.number(),
      by_message: z.number(),
      asked: z.number(),
      taken: z.number(),
      declined: z.number(),
      earned_rappen: z.number(),
    })
    .transform(({ by_message, earned_rappen, ...row }) => ({
      ...row,
      /** Of those offered: seen first in the reminder of the day before. */
      byMessage: by_message,
      earnedRappen: earned_rappen,
    })),
)

/** What offering more after booking brought, by what was offered. */
export type UpsellReport = z.infer<typeof Answer>

/**
 * What the portal and the reminder offered in the last 90 days, what was taken and what it earned.
 * @throws AppError `forbidden`
 */
export async function reportUpsells(ctx: CompanyContext): Promise<UpsellReport> {
  const { data, error } = await ctx.db.rpc('report_upsells', {})
  if (error) throw fromPostgres(error)
  return Answer.parse(data)
}
