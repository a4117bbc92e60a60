import type { Handover } from '@/lib/handover/handover'
import type { Draft } from '@/lib/handover/offline/draft'
import { openPieces } from '@/lib/handover/pieces'
import { type HandoverStep, isReason } from '@/lib/handover/rules'
import { Driver } from '@/lib/handover/schema'

const DRIVER_FACTS = [
  'firstName',
  'lastName',
  'birthDate',
  'licenceNumber',
  'licenceCategories',
  'licenceExpiresOn',
] as const

export type MissingFact =
  | (typeof DRIVER_FACTS)[number]
  | 'licenceSeen'
  | 'odometer'
  | 'pieces'
  | 'depositMethod'
  | 'depositWaivedReason'

/** What of somebody who is to drive is not known. */
export function missingOfDriver(driver: Draft['driver']): (typeof DRIVER_FACTS)[number][] {
  return DRIVER_FACTS.filter((fact) => !Driver.shape[fact].safeParse(driver[fact]).success)
}

/** What has to be known before anybody signs and is not, in the order of the steps that ask for it. */
export function missingFacts(
  handover: Pick<Handover, 'kind' | 'isExchange' | 'vehicle' | 'contract'>,
  draft: Draft,
): { fact: MissingFact; step: HandoverStep }[] {
  const { kind, isExchange, vehicle, contract } = handover
  const { driver, isLicenceChecked, odometerKm, depositMethod, depositWaivedReason = '' } = draft
  const isPickup = kind === 'pickup' && !isExchange
  const ofDriver = missingOfDriver(driver)
  const hasReading = odometerKm !== null && odometerKm >= vehicle.odometerKm
  const isDepositDue = isPickup && contract.securityDepositRappen > 0
  const isUnexplained = isDepositDue && depositMethod === 'none' && !isReason(depositWaivedReason)
  return [
    ...(isPickup ? ofDriver.map((fact) => ({ fact, step: 'driver' as const })) : []),
    ...(isPickup && !isLicenceChecked ? [{ fact: 'licenceSeen', step: 'driver' } as const] : []),
    ...(hasReading ? [] : [{ fact: 'odometer', step: 'readings' } as const]),
    ...(openPieces(handover, draft).length > 0 ? [{ fact: 'pieces', step: 'accessories' } as const] : []),
    ...(isDepositDue && depositMethod === null ? [{ fact: 'depositMethod', step: 'deposit' } as const] : []),
    ...(isUnexplained ? [{ fact: 'depositWaivedReason', step: 'deposit' } as const] : []),
  ]
}
