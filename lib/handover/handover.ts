import type { DAMAGE_KINDS, DAMAGE_VIEWS, PhotoPosition, SEVERITIES } from '@/lib/handover/schema'

export type Photo = { id: string; position: PhotoPosition; takenAt: string }

export type Damage = {
  id: string
  view: (typeof DAMAGE_VIEWS)[number]
  x: number
  y: number
  kind: (typeof DAMAGE_KINDS)[number]
  severity: (typeof SEVERITIES)[number]
  note: string
  chargeRappen: number
}

export type KnownDriver = {
  /** Of their record; empty for somebody nobody recorded. */
  id: string
  firstName: string
  lastName: string
  birthDate: string
  licenceNumber: string
  licenceCategories: string[]
  /** Restrictions as printed, with commas between them. */
  licenceCodes: string
  /** Since when a category is held. */
  licenceSince: Record<string, string>
  licenceExpiresOn: string
}

/** Everything the phone shows while a vehicle changes hands. */
export type Handover = {
  id: string
  kind: 'pickup' | 'return'
  isCompleted: boolean
  contract: {
    id: string
    number: string
    isCancelled: boolean
    reservationId: string
    startsAt: string
    endsAt: string
    includedKm: number
    extraKmRappen: number
    currency: string
    totalRappen: number
    securityDepositRappen: number
    minimumAge: number
    terms: string
    termsVersion: number
  }
  customer: { name: string; hasCard: boolean }
  /** The driver as known so far: of an earlier rental, else what the customer gave. */
  driver: KnownDriver
  /** Everybody the customer lets drive. */
  drivers: KnownDriver[]
  vehicle: {
    id: string
    plate: string
    make: string
    model: string
    bodyType: string
    odometerKm: number
    fuelPercent: number
    /** What it demands of a licence, beside the contract's minimum age. */
    demand: {
      licenceCategory: string
      minimumLicenceYears: number
      transmission: string
      seats: number
      grossWeightKg: number | null
    }
  }
  photos: Photo[]
  damages: Damage[]
  /** Marks of earlier handovers that are still there. */
  knownDamages: Damage[]
  /** What the pickup found, at a return. */
  pickup: { handoverId: string; odometerKm: number; fuelPercent: number; photos: Photo[] } | null
}
