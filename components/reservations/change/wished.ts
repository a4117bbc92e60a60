import { instantOf } from '@/lib/core/dates'
import type { Equipment } from '@/lib/core/equipment'
import type { Terms, WishedChange } from '@/lib/reservations/changes'

/** What the form holds: times of the company's clock, how many of each extra. */
export type FormWish = {
  from: string
  to: string
  vehicleId: string
  pickupLocationId: string
  returnLocationId: string
  quantities: Record<string, number>
  equipment: Equipment[]
  keepPrice: boolean
}

/** What of the form differs from what was agreed; a time that is being typed changes nothing yet. */
export function wishedOf(wish: FormWish, before: Terms, timeZone: string): WishedChange {
  const extras = Object.entries(wish.quantities).flatMap(([extraId, quantity]) =>
    quantity > 0 ? [{ extraId, quantity }] : [],
  )
  const startsAt = instantIn(wish.from, timeZone)
  const endsAt = instantIn(wish.to, timeZone)
  const isOtherVehicle = wish.vehicleId !== before.vehicleId
  return {
    ...(startsAt && startsAt !== instant(before.startsAt) && { startsAt }),
    ...(endsAt && endsAt !== instant(before.endsAt) && { endsAt }),
    ...(isOtherVehicle && { vehicleId: wish.vehicleId }),
    ...(wish.pickupLocationId !== before.pickupLocationId && { pickupLocationId: wish.pickupLocationId }),
    ...(wish.returnLocationId !== before.returnLocationId && { returnLocationId: wish.returnLocationId }),
    ...(inOrder(extras) !== inOrder(before.extras) && { extras }),
    ...(wish.equipment.toSorted().join() !== before.equipment.toSorted().join() && {
      equipment: wish.equipment,
    }),
    ...(isOtherVehicle && wish.keepPrice && { keepPrice: true }),
  }
}

function instant(at: string): string {
  return new Date(at).toISOString()
}

/** Whether a text names a time that the calendar has. */
export function isTime(local: string, timeZone: string): boolean {
  return instantIn(local, timeZone) !== null
}

function instantIn(local: string, timeZone: string): string | null {
  try {
    return instantOf(local, timeZone).toISOString()
  } catch {
    return null
  }
}

function inOrder(extras: { extraId: string; quantity: number }[]): string {
  return extras
    .map(({ extraId, quantity }) => `${extraId} ${quantity}`)
    .toSorted()
    .join()
}
