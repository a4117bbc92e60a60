import type { Handover } from '@/lib/handover/handover'

/** Why a vehicle cannot be handed over, as the database would refuse it; a page says so before anybody tries. */
export type PickupRefusal = 'pending' | 'cancelled' | 'no_show' | 'expired' | 'picked_up' | 'still_out'

/** Why a vehicle cannot be taken back. */
export type ReturnRefusal = 'not_picked_up' | 'cancelled' | 'returned'

type Known = {
  reservation: { status: string }
  contract: { status: string | null }
  stillOut: Handover['stillOut']
}

/** What stands in the way of a pickup; null when it can begin or go on. */
export function pickupRefusal({ reservation, contract, stillOut }: Known): PickupRefusal | null {
  const { status } = reservation
  if (status !== 'confirmed' && status !== 'converted') return status as PickupRefusal
  if (contract.status && contract.status !== 'draft' && contract.status !== 'signed') return 'picked_up'
  return stillOut ? 'still_out' : null
}

/** Whether a rental that was handed over is past: its pickup is no news any more. */
export function isPast({ contract: { status } }: Pick<Known, 'contract'>): boolean {
  return status === 'returned' || status === 'closed'
}

/** What stands in the way of a return; null when it can begin or go on. */
export function returnRefusal({ contract: { status } }: Pick<Known, 'contract'>): ReturnRefusal | null {
  if (status === 'active') return null
  if (status === 'cancelled') return 'cancelled'
  return status === 'draft' || status === 'signed' ? 'not_picked_up' : 'returned'
}
