import type { Handover } from '@/lib/handover/handover'
import type { HandoverRef } from '@/lib/handover/schema'

/** The screen an address of the handovers stands for. */
export type Place = { screen: 'list' } | { screen: 'unsent' } | { screen: 'handover'; ref: HandoverRef }

const ID = /^[0-9a-f-]{36}$/i

/** Reads an address; what leads nowhere leads to the list. */
export function placeOf(pathname: string): Place {
  const [, , first = '', second = ''] = pathname.split('/')
  if (first === 'unsent') return { screen: 'unsent' }
  if (first === 'reservations' && ID.test(second))
    return { screen: 'handover', ref: { reservationId: second } }
  if (first === 'contracts' && ID.test(second)) return { screen: 'handover', ref: { contractId: second } }
  if (ID.test(first)) return { screen: 'handover', ref: { handoverId: first } }
  return { screen: 'list' }
}

/** Where a handover is done. */
export function addressOf({ key }: Pick<Handover, 'key'>): string {
  const [kind, id] = key.split(':')
  if (kind === 'exchange') return `/handover/${id}`
  return kind === 'pickup' ? `/handover/reservations/${id}` : `/handover/contracts/${id}`
}

/** Whether an address means this handover. */
export function isAt({ key, record }: Handover, ref: HandoverRef): boolean {
  if ('reservationId' in ref) return key === `pickup:${ref.reservationId}`
  if ('contractId' in ref) return key === `return:${ref.contractId}`
  return record?.id === ref.handoverId
}
