import type { CompanyContext } from '@/lib/core/context'
import type { Handover } from '@/lib/handover/handover'
import { getPrivateLink } from '@/lib/reservations/queries/private-link'

/** Where the customer opens their sealed contract on a phone of their own; null for who may not pass their link on, and where none is valid. */
export async function contractLink(
  ctx: CompanyContext,
  { reservation, contract }: Pick<Handover, 'reservation' | 'contract'>,
): Promise<string | null> {
  if (!ctx.can('reservations.edit')) return null
  const link = await getPrivateLink(ctx, reservation.id)
  if (!link || link.isExpired) return null
  const address = new URL(link.url)
  address.pathname += `/documents/contract/${contract.id}`
  return address.toString()
}
