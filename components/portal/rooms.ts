import type { PortalRoom } from '@/components/portal/portal-frame'
import type { Portal } from '@/lib/portal/schema'

/** The rooms that have something for this booking now. */
export function roomsOf({ mayChange, checkin }: Pick<Portal, 'mayChange' | 'checkin'>): PortalRoom[] {
  return ['overview', ...(checkin ? (['checkin'] as const) : []), ...(mayChange ? (['change'] as const) : [])]
}
