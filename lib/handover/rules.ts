import type { Damage, Handover, ListedPrice } from '@/lib/handover/handover'
import { LICENCE_SIDES, type PhotoPosition } from '@/lib/handover/schema'

/** Steps of a handover, each a screen of its own. */
export const PICKUP_STEPS = [
  'driver',
  'photos',
  'damage',
  'readings',
  'accessories',
  'deposit',
  'summary',
  'signature',
] as const
export const RETURN_STEPS = [
  'photos',
  'damage',
  'readings',
  'accessories',
  'settlement',
  'signature',
] as const
/** Driver, price and deposit are those of the contract; what is to pay is settled at its return. */
const EXCHANGE_STEPS = ['photos', 'damage', 'readings', 'accessories', 'signature'] as const
export type HandoverStep = (typeof PICKUP_STEPS)[number] | (typeof RETURN_STEPS)[number]

/** The steps of a handover; without a deposit there is nothing to choose. */
export function stepsOf(
  { kind, isExchange }: Pick<Handover, 'kind' | 'isExchange'>,
  securityDepositRappen: number,
): HandoverStep[] {
  if (isExchange) return [...EXCHANGE_STEPS]
  if (kind === 'return') return [...RETURN_STEPS]
  return PICKUP_STEPS.filter((step) => step !== 'deposit' || securityDepositRappen > 0)
}

/** What a handover is, in one word for labels. */
export function handoverName({
  kind,
  isExchange,
}: Pick<Handover, 'kind' | 'isExchange'>): 'pickup' | 'return' | 'exchange_back' | 'exchange_out' {
  if (!isExchange) return kind
  return kind === 'return' ? 'exchange_back' : 'exchange_out'
}

/** Which vehicle, with whom. */
export function titleOf({ vehicle, customer }: Pick<Handover, 'vehicle' | 'customer'>): string {
  return `${vehicle.plate} · ${customer.name}`
}

/** Whether a photo shows a licence, of either side: nobody's business but ours. */
export function isLicence(position: string): boolean {
  return LICENCE_SIDES.some((side) => side === position)
}

/** Fuel gauges are read in eighths. */
export function toEighths(percent: number): number {
  return Math.round((percent / 100) * 8)
}

/** The percentage of a number of eighths, as the database keeps it. */
export function fromEighths(eighths: number): number {
  return Math.round((eighths / 8) * 100)
}

/** Whether a licence lapses before the rental is over. Days compare as text: `2026-11-21`. */
export function lapsesBefore(expiresOn: string, lastDay: string): boolean {
  return expiresOn !== '' && expiresOn < lastDay
}

/** The day on which somebody must have been born at the latest to be `age` on `day`. */
export function bornBy(day: string, age: number): string {
  return `${String(Number(day.slice(0, 4)) - age).padStart(4, '0')}${day.slice(4)}`
}

/** What the price list says of a mark: the part's own price, else the vehicle's; null for what has to be assessed. */
export function listPriceOf(
  prices: ListedPrice[],
  { kind, view, severity }: Pick<Damage, 'kind' | 'view' | 'severity'>,
): number | null {
  const ofKind = prices.filter((price) => price.kind === kind)
  const own = ofKind.find((price) => price.view === view)
  const general = ofKind.find((price) => price.view === null)
  return own?.rappen[severity] ?? general?.rappen[severity] ?? null
}

/** The part of the vehicle that a photo of a place shows above all; a free one may show any. */
export const VIEW_OF_POSITION: Record<PhotoPosition, Damage['view']> = {
  front: 'front',
  front_left: 'left',
  left: 'left',
  rear: 'rear',
  rear_right: 'right',
  right: 'right',
  interior: 'interior',
  dashboard: 'interior',
  licence: 'interior',
  licence_back: 'interior',
  free: 'front',
}

/** More than anybody drives a day, and than a vehicle moves between two rentals without a record of it. */
const MOST_KM_A_DAY = 1_200
const MOST_KM_BETWEEN = 300
const DAY_MS = 86_400_000

/** How far an odometer has jumped where that is hardly true, and over how many days; null where it may well be. */
export function odometerJump(
  { kind, vehicle, contract }: Pick<Handover, 'kind' | 'vehicle' | 'contract'>,
  odometerKm: number,
  now: number,
): { km: number; days: number } | null {
  const km = odometerKm - vehicle.odometerKm
  const days = Math.max(1, Math.ceil((now - Date.parse(contract.startsAt)) / DAY_MS))
  const most = kind === 'return' ? MOST_KM_A_DAY * days : MOST_KM_BETWEEN
  return km > most ? { km, days } : null
}

/** Whether a text says why a due deposit is waived; the database asks for as much. */
export function isReason(text: string): boolean {
  return text.trim().length >= 3
}
