import { z } from 'zod'
import { PLAN_NAMES } from '@/lib/core/plans'

export const PlanWish = z.object({ plan: z.enum(PLAN_NAMES) })
export type PlanWish = z.output<typeof PlanWish>

/** A change as its preview was read: the moment makes it cost the same. */
export const PlanChange = PlanWish.extend({ prorationDate: z.coerce.number().int().positive() })
export type PlanChange = z.output<typeof PlanChange>

export const NoInput = z.object({})
