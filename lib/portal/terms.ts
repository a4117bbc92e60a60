import { z } from 'zod'
import type { SiteContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'

const Answer = z.object({
  version: z.number().int(),
  text: z.string(),
  standing: z.enum(['open', 'signed']).nullable(),
  signed: z.object({ name: z.string(), at: z.coerce.date() }).nullable(),
})

/** The terms a booking was made under, in the reader's language, and who has signed them. */
export type OwnTerms = z.infer<typeof Answer>

/** What a customer types beneath the terms. */
export const TermsSignature = z.object({
  version: z.number().int(),
  name: z
    .string()
    .trim()
    .min(2)
    .max(120)
    .regex(/^\P{Cc}*$/u, 'characters'),
  agrees: z.literal('on', 'required'),
})
export type TermsSignature = z.infer<typeof TermsSignature>

/**
 * The terms of a private link.
 * @throws AppError `not_found` for a wrong, lapsed or revoked token
 */
export async function getOwnTerms(ctx: SiteContext, token: string): Promise<OwnTerms> {
  const { data, error } = await ctx.db.rpc('terms_by_token', {
    p_slug: ctx.company.slug,
    p_token: token,
    p_language: ctx.locale,
  })
  if (error) throw fromPostgres(error)
  if (data === null) throw new AppError('not_found')
  return Answer.parse(data)
}

/**
 * Signs the terms as they were read; signing twice is signing once.
 * @throws AppError `link_expired` · `terms_changed` · `checkin_closed` · `invalid_input`
 */
export async function signOwnTerms(
  ctx: SiteContext,
  token: string,
  { version, name }: TermsSignature,
  from: { ip: string; userAgent: string },
): Promise<void> {
  const { error } = await ctx.db.rpc('sign_terms_by_token', {
    p_slug: ctx.company.slug,
    p_token: token,
    p_version: version,
    p_language: ctx.locale,
    p_name: name,
    p_user_agent: from.userAgent,
    ...(from.ip !== 'unknown' && { p_ip: from.ip }),
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'booking.terms_signed', version })
}
