import type { Accessory, BookedExtra, Handover } from '@/lib/handover/handover'
import { ACCESSORIES } from '@/lib/handover/schema'

export function isAccessory(code: string): code is Accessory {
  return ACCESSORIES.some((one) => one === code)
}

/** The things that were booked with the vehicle and are to go along. */
export function bookedPieces({ extras }: Pick<Handover['contract'], 'extras'>): BookedExtra[] {
  return extras.filter(({ isPiece }) => isPiece)
}

/** Everything that may go along: what comes with vehicles, and what was booked. */
export function thingsAlong(contract: Pick<Handover['contract'], 'extras'>): string[] {
  const codes = bookedPieces(contract).map(({ code }) => code)
  return [...ACCESSORIES, ...codes.filter((code) => !isAccessory(code))]
}

type Rental = Pick<Handover, 'kind' | 'isExchange' | 'contract'>
/** What staff ticked, and what of the rest they said stays here. */
type Ticked = { accessories: string[]; notHandedOver?: string[] }

/** Booked pieces nobody ticked, at a pickup; an exchange of vehicles changes nothing about what was handed over. */
export function untickedPieces(
  { kind, isExchange, contract }: Rental,
  { accessories }: Ticked,
): BookedExtra[] {
  if (kind === 'return' || isExchange) return []
  return bookedPieces(contract).filter(({ code }) => !accessories.includes(code))
}

/** Those of them of which staff said that they stay here. */
export function withheldPieces(rental: Rental, ticked: Ticked): BookedExtra[] {
  return untickedPieces(rental, ticked).filter(({ code }) => ticked.notHandedOver?.includes(code))
}

/** Those of which nobody said anything: before that nobody signs. */
export function openPieces(rental: Rental, ticked: Ticked): BookedExtra[] {
  return untickedPieces(rental, ticked).filter(({ code }) => !ticked.notHandedOver?.includes(code))
}
