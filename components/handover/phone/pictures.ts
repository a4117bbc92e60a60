import { photoAddress } from '@/components/handover/photos/photo-address'
import type { Handover } from '@/lib/handover/handover'

/** Has the service worker keep what vehicles looked like at their pickup, for a return without network. */
export function keepPictures(handovers: Handover[]): void {
  if (!navigator.serviceWorker?.controller) return
  const wanted = handovers.flatMap(({ pickup }) =>
    pickup ? pickup.photos.map(({ id }) => photoAddress(pickup.handoverId, id, 'thumbnail')) : [],
  )
  void (async () => {
    // One after the other: whoever stands at a vehicle needs the network more.
    for (const address of wanted) await fetch(address).catch(() => undefined)
  })()
}
