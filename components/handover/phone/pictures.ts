import { photoAddress } from '@/components/handover/photos/photo-address'
import type { Handover } from '@/lib/handover/handover'

/** Has the service worker keep what vehicles looked like at their pickup, and the damage they have, for a handover without network. */
export function keepPictures(handovers: Handover[]): void {
  if (!navigator.serviceWorker?.controller) return
  const ofPickups = handovers.flatMap(({ pickup }) =>
    pickup ? pickup.photos.map(({ id }) => photoAddress(pickup.handoverId, id, 'thumbnail')) : [],
  )
  const ofDamage = handovers.flatMap(({ knownDamages }) =>
    knownDamages.flatMap(({ photo }) =>
      photo?.handoverId ? photoAddress(photo.handoverId, photo.id, 'thumbnail') : [],
    ),
  )
  const wanted = new Set([...ofPickups, ...ofDamage])
  void (async () => {
    // One after the other: whoever stands at a vehicle needs the network more.
    for (const address of wanted) await fetch(address).catch(() => undefined)
  })()
}
