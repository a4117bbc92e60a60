import type { DocumentLanguage } from '@/lib/core/documents/language'
import type { Accessory, Handover, KnownDriver } from '@/lib/handover/handover'

/** What has been entered and is not part of a step yet; kept by the phone until the handover is complete. */
export type Draft = {
  driver: KnownDriver
  isLicenceChecked: boolean
  odometerKm: number | null
  fuelPercent: number
  clean: boolean
  notes: string
  keys: number
  accessories: Accessory[]
  marksAcknowledged: boolean
  customerAbsent: boolean
  depositMethod: 'card' | 'cash' | 'none' | null
  /** What the customer reads before signing, where they chose another language than that of their booking. */
  language: DocumentLanguage | null
  signerName: string | null
  signatures: { customer: string | null; staff: string | null }
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
    keys: 1,
    accessories: [],
    marksAcknowledged: false,
    customerAbsent: false,
    depositMethod: contract.securityDepositRappen > 0 && customer.hasCard ? 'card' : null,
    language: null,
    signerName: null,
    signatures: { customer: null, staff: null },
  }
}

const UNSIGNED = { customer: null, staff: null }

/** A draft with a part of it entered anew. Whoever signed has not seen that: but for the signature itself, it has to be signed again. */
export function changed(draft: Draft, part: Partial<Draft>): Draft {
  const isSigning = Object.keys(part).every((name) => name === 'signatures' || name === 'signerName')
  return { ...draft, ...(!isSigning && { signatures: UNSIGNED }), ...part }
}
