import type { Handover } from '@/lib/handover/handover'
import type { Draft } from '@/lib/handover/offline/draft'
import { Driver } from '@/lib/handover/schema'

const DRIVER_FACTS = [
  'firstName',
  'lastName',
  'birthDate',
  'licenceNumber',
  'licenceCategories',
  'licenceExpiresOn',
] as const

export type MissingFact = (typeof DRIVER_FACTS)[number] | 'odometer'

/** What has to be known before anybody signs and is not, in the order of the steps that ask for it. */
export function missingFacts(
  { kind }: Pick<Handover, 'kind'>,
  { driver, odometerKm }: Pick<Draft, 'driver' | 'odometerKm'>,
): MissingFact[] {
  const ofDriver = DRIVER_FACTS.filter((fact) => !Driver.shape[fact].safeParse(driver[fact]).success)
  return [...(kind === 'pickup' ? ofDriver : []), ...(odometerKm === null ? ['odometer' as const] : [])]
}
