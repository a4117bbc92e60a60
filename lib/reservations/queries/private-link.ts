import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { siteUrlIn } from '@/lib/core/hosts'

const Link = z.object({ token: z.string(), expires_at: z.string(), language: z.string() })

/** The customer's private link to everything of a booking. */
export type PrivateLink = { url: string; expiresAt: string; isExpired: boolean }

/** The private link of a reservation, for those who may pass it on; null where there is none. @throws AppError `forbidden` */
export async function getPrivateLink(
  ctx: CompanyContext,
  reservationId: string,
): Promise<PrivateLink | null> {
  const { data, error } = await ctx.db.rpc('private_link', { p_reservation_id: reservationId })
  const refusal = error && fromPostgres(error)
  if (refusal?.code === 'not_found') return null
  if (refusal) throw refusal
  return toLink(ctx, data)
}

/** Ends the private link and mails the customer a new one. @throws AppError `not_found` · `forbidden` */
export async function replacePrivateLink(
  ctx: CompanyContext,
  { reservationId }: { reservationId: string },
): Promise<PrivateLink> {
  const { data, error } = await ctx.db.rpc('replace_private_link', { p_reservation_id: reservationId })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'reservation.link_replaced', reservationId })
  return toLink(ctx, data)
}

function toLink({ company, now }: CompanyContext, data: unknown): PrivateLink {
  const { token, expires_at, language } = Link.parse(data)
  return {
    url: siteUrlIn(language, company.slug, `/portal/${token}`),
    expiresAt: expires_at,
    isExpired: Date.parse(expires_at) <= now().getTime(),
  }
}
