import { z } from 'zod'
import { cached } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { PLAN_NAMES } from '@/lib/core/plans'

export const RESOURCES = [
  'reservations_per_month',
  'customers',
  'staff',
  'storage_bytes',
  'sms_per_month',
] as const

const Usage = z.object({
  resource: z.enum(RESOURCES),
  used: z.number().int().nonnegative(),
  limit: z.number().int().nonnegative().nullable(),
})
export type Usage = z.infer<typeof Usage>

const Plan = z.object({ plan: z.enum(PLAN_NAMES), usage: z.array(Usage) })
export type Plan = z.infer<typeof Plan>

/** From here on people are warned: there is time left to do something about it. */
const WARNING_SHARE = 0.8

/**
 * The company's plan and what is used of it.
 * @throws AppError `forbidden`
 */
export async function getPlanUsage(ctx: CompanyContext): Promise<Plan> {
  const { data, error } = await ctx.db.rpc('plan_usage')
  if (error) throw fromPostgres(error)
  return Plan.parse(data)
}

/** How full a resource is: fine, soon full, or full. */
export function fullnessOf({ used, limit }: Pick<Usage, 'used' | 'limit'>): 'fine' | 'warning' | 'full' {
  if (limit === null || used < limit * WARNING_SHARE) return 'fine'
  return used < limit ? 'warning' : 'full'
}

/** What is soon full or full, for those who can do something about it; a minute old at most. */
export async function listShortages(ctx: CompanyContext): Promise<Usage[]> {
  if (!ctx.can('settings.edit')) return []
  const { usage } = await cached(
    {
      companyId: ctx.companyId,
      key: 'plan.usage',
      areas: ['reservations', 'customers', 'settings'],
      seconds: 60,
    },
    () => getPlanUsage(ctx),
  )
  return usage.filter((entry) => fullnessOf(entry) !== 'fine')
}

const Overage = z
  .object({ most: z.number(), used: z.number(), rate_rappen: z.number(), open: z.boolean() })
  .transform(({ rate_rappen, open, ...row }) => ({ ...row, rateRappen: rate_rappen, isOpen: open }))
/** Short messages past the plan: how many a month may go, went, and what one costs. `isOpen`: with a running subscription alone. */
export type SmsOverage = z.infer<typeof Overage>

/** This month's short messages past the plan. @throws AppError `forbidden` */
export async function getSmsOverage(ctx: CompanyContext): Promise<SmsOverage> {
  const { data, error } = await ctx.db.rpc('sms_overage')
  if (error) throw fromPostgres(error)
  return Overage.parse(data)
}
