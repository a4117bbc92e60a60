/** The plans there are, smallest first, as the database names them. */
export const PLAN_NAMES = ['starter', 'professional', 'business'] as const
export type PlanName = (typeof PLAN_NAMES)[number]
