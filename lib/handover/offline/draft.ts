import type { DocumentLanguage } from '@/lib/core/documents/language'
import type { Handover, KnownDriver } from '@/lib/handover/handover'
import { bookedPieces } from '@/lib/handover/pieces'

/** What has been entered and is not part of a step yet; kept by the phone until the handover is complete. */
export type Draft = {
  driver: KnownDriver
  isLicenceChecked: boolean
  /** Somebody who is about to be named as a further driver. */
  further?: { driver: KnownDriver; isLicenceChecked: boolean } | null
  odometerKm: number | null
  fuelPercent: number
  clean: boolean
  notes: string
  keys: number
  accessories: string[]
  /** Booked pieces of which staff said that they are not handed over. */
  notHandedOver?: string[]
  marksAcknowledged: boolean
  customerAbsent: boolean
  depositMethod: 'card' | 'cash' | 'none' | null
  /** Why there is none although one is due; drafts from before it was asked have nothing here. */
  depositWaivedReason?: string
  /** What the customer reads before signing, where they chose another language than that of their booking. */
  language: DocumentLanguage | null
  signerName: string | null
  signatures: { customer: string | null; staff: string | null }
  /** How often each signature was voided, because something changed after it. */
  voided?: { customer: number; staff: number }
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
    // What was booked goes along, and the return asks for it back.
    accessories: kind === 'pickup' ? bookedPieces(contract).map(({ code }) => code) : [],
    marksAcknowledged: false,
    customerAbsent: false,
    depositMethod: contract.securityDepositRappen > 0 && customer.hasCard ? 'card' : null,
    language: null,
    signerName: null,
    signatures: { customer: null, staff: null },
  }
}

/**
 * What leaves a signature as it is: the signature itself, and the acknowledgement of the marks, without which nothing is
 * signed: whichever came first, the customer signs that they have seen them. Why there is no deposit is for the company alone.
 */
const PART_OF_SIGNING = ['signatures', 'signerName', 'marksAcknowledged', 'depositWaivedReason']

/** A draft with a part of it entered anew. Whoever signed has not seen that: it has to be signed again. */
export function changed(draft: Draft, part: Partial<Draft>): Draft {
  const isSigning = Object.keys(part).every((name) => PART_OF_SIGNING.includes(name))
  return { ...(isSigning ? draft : unsigned(draft)), ...part }
}

/** A draft whose signatures no longer count. */
export function unsigned(draft: Draft): Draft {
  const { signatures, voided = { customer: 0, staff: 0 } } = draft
  return {
    ...draft,
    signatures: { customer: null, staff: null },
    voided: {
      customer: voided.customer + (signatures.customer === null ? 0 : 1),
      staff: voided.staff + (signatures.staff === null ? 0 : 1),
    },
  }
}
