import type { PortalRoom } from '@/components/portal/portal-frame'
import type { Portal } from '@/lib/portal/schema'

/** The rooms that have something for this booking now. */
export function roomsOf({ mayChange }: Pick<Portal, 'mayChange'>): PortalRoom[] {
  return ['overview', ...(mayChange ? (['change'] as const) : [])]
}
