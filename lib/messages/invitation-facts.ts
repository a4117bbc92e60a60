import { z } from 'zod'
import { LANGUAGES } from '@/lib/messages/languages'

/** What an invitation tells, read from the service's answer. */
export const InvitationFacts = z
  .object({
    email: z.string(),
    role: z.string(),
    company: z.string(),
    locale: z.enum(LANGUAGES),
    invited_by: z.string(),
    token: z.string(),
    expires_at: z.coerce.date(),
    open: z.boolean(),
  })
  .transform(({ locale, invited_by, expires_at, ...row }) => ({
    ...row,
    language: locale,
    invitedBy: invited_by,
    expiresAt: expires_at,
    // Invited people may sit anywhere; the day the invitation ends is told in the product's home zone.
    timeZone: 'Europe/Zurich',
  }))

export type InvitationFacts = z.infer<typeof InvitationFacts>
