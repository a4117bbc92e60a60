import type { PortalRoom } from '@/components/portal/portal-frame'
import type { Portal } from '@/lib/portal/schema'

/** The rooms that have something for this booking now. */
export function roomsOf({
  mayChange,
  checkin,
  signing,
  guide,
}: Pick<Portal, 'mayChange' | 'checkin' | 'signing' | 'guide'>): PortalRoom[] {
  return [
    'overview',
    ...(checkin ? (['checkin'] as const) : []),
    ...(signing ? (['terms'] as const) : []),
    ...(guide ? (['guide'] as const) : []),
    'messages',
    ...(mayChange ? (['change'] as const) : []),
  ]
}
