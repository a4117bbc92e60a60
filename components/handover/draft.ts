import type { Handover, KnownDriver } from '@/lib/handover/handover'

/** What has been entered and not been sent yet: kept by the browser until the handover is completed. */
export type Draft = {
  driver: KnownDriver
  isLicenceChecked: boolean
  odometerKm: number | null
  fuelPercent: number
  clean: boolean
  notes: string
  depositMethod: 'card' | 'cash' | 'none' | null
}

/** A draft with what is known already, so that most of it only has to be confirmed. */
export function newDraft({ driver, vehicle, customer, kind, contract }: Handover): Draft {
  return {
    driver,
    isLicenceChecked: false,
    odometerKm: kind === 'pickup' ? vehicle.odometerKm : null,
    fuelPercent: vehicle.fuelPercent,
    clean: true,
    notes: '',
    depositMethod: contract.securityDepositRappen > 0 && customer.hasCard ? 'card' : null,
  }
}

function keyOf(handoverId: string): string {
  return `handover.${handoverId}`
}

/** The draft of a handover as this tab remembers it; what the tab cannot read it starts anew. */
export function readDraft(handover: Handover): Draft {
  const fresh = newDraft(handover)
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(handover.id)) ?? '{}')
    return { ...fresh, ...(kept as Partial<Draft>) }
  } catch {
    return fresh
  }
}

export function keepDraft(handoverId: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(handoverId), JSON.stringify(draft))
  } catch {
    // A full or forbidden store costs only the reload; the page still holds the draft.
  }
}

export function forgetDraft(handoverId: string): void {
  try {
    sessionStorage.removeItem(keyOf(handoverId))
  } catch {
    // Nothing was kept then.
  }
}
