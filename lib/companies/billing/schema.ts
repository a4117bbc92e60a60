import { z } from 'zod'
import { PLAN_NAMES } from '@/lib/core/plans'
import { wholeNumber } from '@/lib/core/whole-number'

export const PlanWish = z.object({ plan: z.enum(PLAN_NAMES) })
export type PlanWish = z.output<typeof PlanWish>

/** A change as its preview was read: the moment makes it cost the same. */
export const PlanChange = PlanWish.extend({ prorationDate: z.coerce.number().int().positive() })
export type PlanChange = z.output<typeof PlanChange>

export const NoInput = z.object({})

/** How many short messages a month may go past the plan. */
export const SmsAllowance = z.object({ most: wholeNumber(0, 20_000) })
export type SmsAllowance = z.infer<typeof SmsAllowance>
