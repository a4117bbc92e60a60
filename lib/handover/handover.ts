import type { Checkin } from '@/lib/checkin/schema'
import type { DocumentLanguage } from '@/lib/core/documents/language'
import type { KeyBoxState } from '@/lib/core/key-boxes'
import type { Names } from '@/lib/core/labels'
import type { SignedTerms } from '@/lib/core/signed-terms'
import type {
  ACCESSORIES,
  DAMAGE_KINDS,
  DAMAGE_VIEWS,
  PhotoPosition,
  SEVERITIES,
} from '@/lib/handover/schema'

/** One of what goes along with every vehicle. */
export type Accessory = (typeof ACCESSORIES)[number]

export type Photo = {
  id: string
  position: PhotoPosition
  takenAt: string
  /** Whose licence it shows, where it is a further driver's. */
  driverId: string | null
}

export type Damage = {
  id: string
  view: (typeof DAMAGE_VIEWS)[number]
  x: number
  y: number
  kind: (typeof DAMAGE_KINDS)[number]
  severity: (typeof SEVERITIES)[number]
  note: string
  chargeRappen: number
  /** What the price list says of it; null for what has to be assessed. */
  listRappen: number | null
  /** Why something else is charged. */
  chargeReason: string
  /** The photo that shows it, and where on it; without a handover, one that is on this phone only. */
  photo: { handoverId: string | null; id: string; x: number; y: number } | null
}

/** Somebody who drives beside the one who signs, what the phone called them, and what they added to the price. */
export type FurtherDriver = { id: string; namedAs: string; name: string; addedRappen: number }

/** A price of the damage list; without a view it holds for every part that has none of its own. */
export type ListedPrice = {
  kind: Damage['kind']
  view: Damage['view'] | null
  rappen: Record<Damage['severity'], number | null>
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

/**
 * What a handover is called before the server has a record of it: `pickup:<reservation>`, `return:<contract>`. A vehicle
 * exchanged during a rental is called by its record: `exchange:<handover>`.
 */
export type HandoverKey = `pickup:${string}` | `return:${string}` | `exchange:${string}`

/** A handover with what the customer told beforehand; its page fetches both. */
export type PreparedHandover = Handover & {
  checkin: Checkin | null
  /** The second person the customer said will drive; what a phone kept before this was told has none. */
  announced?: KnownDriver | null
}

/** Something booked beside the vehicle. */
export type BookedExtra = {
  code: string
  names: Names
  quantity: number
  /** What of the price is for it. */
  amountRappen: number
  /** A thing that goes along, as a child seat does and a lower excess does not; what a phone kept from before does not say. */
  isPiece?: boolean
}

/** Everything the phone shows while a vehicle changes hands, network or not. */
export type Handover = {
  key: HandoverKey
  /** Whether the vehicle leaves or comes back. */
  kind: 'pickup' | 'return'
  /** The rental goes on with another vehicle: this is the one left behind, or the one taken over. */
  isExchange: boolean
  /** When the vehicle leaves or comes back, by plan. */
  dueAt: string
  place: string
  reservation: { id: string; number: string; status: string }
  /** The server's record, once the handover has begun there. */
  record: { id: string; isCompleted: boolean } | null
  /** What is agreed; before the pickup has begun it is the reservation's, and has neither id nor number. */
  contract: {
    id: string | null
    number: string | null
    status: string | null
    startsAt: string
    endsAt: string
    includedKm: number
    extraKmRappen: number
    /** What a litre and a kWh cost that are missing at the return. */
    refillRappen: { litre: number; kwh: number }
    currency: string
    totalRappen: number
    securityDepositRappen: number
    /** What of a damage the customer pays at most; null where nothing limits it. */
    excessRappen: number | null
    minimumAge: number
    /** What was booked beside the vehicle. */
    extras: BookedExtra[]
    /** The language of the contract: the customer's. */
    locale: DocumentLanguage
    /** The terms by language; at a pickup alone, where they are read. */
    terms: Record<string, string>
    termsVersion: number
  }
  /** What has come in for the reservation so far, less what went back. */
  paidRappen: number
  /** Who has signed the terms in the portal before; of a pickup alone. What a phone kept from before does not say whether anybody is called so. */
  termsSigned?: (Omit<SignedTerms, 'isKnown'> & { isKnown?: boolean }) | null
  customer: { name: string; hasCard: boolean; isReachable: boolean }
  /** The driver as known so far: of an earlier rental, else what the customer gave. */
  driver: KnownDriver
  /** Everybody the customer lets drive. */
  drivers: KnownDriver[]
  /** Who is named on the contract beside the one who signs. */
  furtherDrivers: FurtherDriver[]
  /** What the next further drivers add to the price, one after the other, at a pickup; null where they cost nothing. */
  driverPrices: { code: string; names: Names; next: number[] } | null
  vehicle: {
    id: string
    plate: string
    make: string
    model: string
    status: string
    bodyType: string
    odometerKm: number
    fuelPercent: number
    /** In what a tank or battery that comes back emptier is charged; null where it is not. */
    refill: 'litre' | 'kwh' | null
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
  /** What damage costs, at a return: goes along with it, so that the phone knows it without network. */
  damagePrices: ListedPrice[]
  /** What was found when the vehicle went out, where it comes back. */
  pickup: {
    handoverId: string
    fuelPercent: number
    photos: Photo[]
    keys: number | null
    accessories: string[]
  } | null
  /** What the team noted about the reservation, the first note first. */
  notes: { id: string; text: string; author: string | null; at: string }[]
  /** That staff are on their way, as the customer was told: when they arrive, and whose word it is. What a phone kept from before does not say. */
  arrival?: { arrivesAt: string; by: string | null } | null
  /** How the pickup from a key box stands; what a phone kept from before does not say. */
  keyBox?: KeyBoxState | null
  /** The rental that still has the vehicle of a pickup. */
  stillOut: { contractId: string; number: string; customer: string; dueAt: string } | null
}
