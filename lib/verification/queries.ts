import { z } from 'zod'
import type { WorkContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'

const Genuine = z
  .object({
    match: z.enum(['file', 'content']),
    kind: z.string(),
    number: z.string().nullable(),
    company: z.string(),
    time_zone: z.string(),
    sealed_at: z.string(),
    signatures: z.array(
      z
        .object({ signer: z.enum(['customer', 'staff']), initials: z.string(), signed_at: z.string() })
        .transform(({ signed_at, ...signature }) => ({ ...signature, signedAt: signed_at })),
    ),
  })
  .transform(({ time_zone, sealed_at, ...document }) => ({
    ...document,
    timeZone: time_zone,
    sealedAt: sealed_at,
  }))

/** What is known of a genuine document: no more than stands on it, names as initials. */
export type GenuineDocument = z.output<typeof Genuine>

/**
 * What a SHA-256 belongs to; null when we sealed nothing like it, or another company than `slug` did. Every question
 * counts, so that hashes cannot be tried out.
 * @throws AppError `rate_limited`
 */
export async function findDocument(
  ctx: Pick<WorkContext, 'db'>,
  { sha256, slug, ip }: { sha256: string; slug: string | null; ip: string },
): Promise<GenuineDocument | null> {
  await limitRate(RATE_LIMITS.verification, ip)
  const { data, error } = await ctx.db.rpc('verify_document', {
    p_sha256: sha256,
    ...(slug && { p_slug: slug }),
  })
  if (error) throw fromPostgres(error)
  return data === null ? null : Genuine.parse(data)
}
