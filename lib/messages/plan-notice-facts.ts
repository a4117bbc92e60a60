import { z } from 'zod'
import { PLAN_NAMES } from '@/lib/core/plans'
import { LANGUAGES } from '@/lib/messages/languages'

/** What a notice about the company's own account and subscription tells one of its owners, read from the service's answer. */
export const PlanNoticeFacts = z
  .object({
    notice: z.enum(['welcome', 'trial_ending', 'payment_failed', 'suspended', 'second_subscription']),
    email: z.string(),
    language: z.enum(LANGUAGES),
    name: z.string(),
    company: z.string(),
    slug: z.string(),
    plan: z.enum(PLAN_NAMES),
    time_zone: z.string(),
    trial_ends_at: z.coerce.date(),
    grace_ends_at: z.coerce.date().nullable(),
    subscribed: z.boolean(),
  })
  .transform((row) => ({
    notice: row.notice,
    email: row.email,
    language: row.language,
    name: row.name,
    company: row.company,
    slug: row.slug,
    plan: row.plan,
    timeZone: row.time_zone,
    trialEndsAt: row.trial_ends_at,
    graceEndsAt: row.grace_ends_at,
    isSubscribed: row.subscribed,
  }))

export type PlanNoticeFacts = z.infer<typeof PlanNoticeFacts>
