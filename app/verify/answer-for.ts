import { redirect } from 'next/navigation'
import type { WorkContext } from '@/lib/core/context'
import { currentRequest } from '@/lib/core/current-request'
import { AppError } from '@/lib/core/errors'
import { findDocument, type GenuineDocument } from '@/lib/verification/queries'
import { DocumentHash } from '@/lib/verification/schema'

/** What a page says about the hash in its address: nothing was asked, it is no hash, we never sealed that, or what it is. */
export type Answer =
  | { state: 'open' }
  | { state: 'malformed'; asked: string }
  | { state: 'unknown'; asked: string }
  | { state: 'genuine'; asked: string; document: GenuineDocument }

/** Looks up what the address asks for; on a company's site, among that company's documents alone. */
export async function answerFor(
  ctx: Pick<WorkContext, 'db'>,
  query: { hash?: string | string[] },
): Promise<Answer> {
  const asked = [query.hash].flat()[0]
  if (!asked) return { state: 'open' }
  const hash = DocumentHash.safeParse(asked)
  if (!hash.success) return { state: 'malformed', asked: asked.slice(0, 200) }
  const { ip, siteSlug } = await currentRequest()
  try {
    const document = await findDocument(ctx, { sha256: hash.data, slug: siteSlug, ip })
    return document
      ? { state: 'genuine', asked: hash.data, document }
      : { state: 'unknown', asked: hash.data }
  } catch (error) {
    // A page cannot answer 429; this address does.
    if (error instanceof AppError && error.code === 'rate_limited') redirect('/too-many-attempts')
    throw error
  }
}
