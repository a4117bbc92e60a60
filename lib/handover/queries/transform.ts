import { z } from 'zod'
import { toDocumentLanguage } from '@/lib/core/documents/language'
import type { BookedExtra, Damage, Handover, KnownDriver, ListedPrice, Photo } from '@/lib/handover/handover'
import { isAccessory } from '@/lib/handover/pieces'

const Price = z.looseObject({
  total_rappen: z.number(),
  included_km: z.number().nullish(),
  extra_km_rappen: z.number().nullish(),
  security_deposit_rappen: z.number().nullish(),
  excess_rappen: z.number().nullish(),
  minimum_age: z.number().nullish(),
  lines: z
    .array(
      z.looseObject({
        kind: z.string(),
        code: z.string(),
        quantity: z.coerce.number(),
        amount_rappen: z.number(),
        names: z.record(z.string(), z.string()).nullish(),
      }),
    )
    .nullish(),
})

type Agreed = Handover['contract']

/** What the agreed price says beside the sum. */
function ofPrice(
  row: unknown,
): Pick<Agreed, 'totalRappen' | 'securityDepositRappen' | 'excessRappen' | 'minimumAge' | 'extras'> {
  const price = Price.parse(row)
  return {
    totalRappen: price.total_rappen,
    securityDepositRappen: price.security_deposit_rappen ?? 0,
    excessRappen: price.excess_rappen ?? null,
    minimumAge: price.minimum_age ?? 18,
    extras: (price.lines ?? [])
      .filter(({ kind }) => kind === 'extra')
      .map(({ code, names, quantity, amount_rappen }) => ({
        code,
        names: names ?? {},
        quantity,
        amountRappen: amount_rappen,
        isPiece: isAccessory(code),
      })),
  }
}

/** Extras of which the company has so many are things, whatever they are called. */
export function withStocked(extras: BookedExtra[], stocked: string[]): BookedExtra[] {
  return extras.map((extra) => ({ ...extra, isPiece: extra.isPiece || stocked.includes(extra.code) }))
}

type ContractRow = {
  id: string
  number: string
  status: string
  starts_at: string
  ends_at: string
  included_km: number
  extra_km_rappen: number
  fuel_price_rappen: number
  charge_price_rappen: number
  currency: string
  locale: string
  price: unknown
  terms_version: number
}

/** A contract's row as the phone needs it; the agreed price is frozen in it. */
export function toContract(row: ContractRow, terms: unknown = {}): Agreed {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    includedKm: row.included_km,
    extraKmRappen: row.extra_km_rappen,
    refillRappen: { litre: row.fuel_price_rappen, kwh: row.charge_price_rappen },
    currency: row.currency,
    locale: toDocumentLanguage(row.locale),
    terms: toTerms(terms),
    termsVersion: row.terms_version,
    ...ofPrice(row.price),
  }
}

const Terms = z.record(z.string(), z.string())

/** Terms by language; a company that has written none has none. */
function toTerms(terms: unknown): Record<string, string> {
  return Terms.catch({}).parse(terms)
}

type ReservationRow = {
  starts_at: string
  ends_at: string
  currency: string
  locale: string
  price: unknown
  terms_version: number
}

/** What a reservation's contract will say, as convert_reservation writes it. */
export function toFutureContract(
  row: ReservationRow,
  terms: unknown,
  refillRappen: Agreed['refillRappen'],
): Agreed {
  const price = Price.parse(row.price)
  return {
    id: null,
    number: null,
    status: null,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    includedKm: price.included_km ?? 0,
    extraKmRappen: price.extra_km_rappen ?? 0,
    refillRappen,
    currency: row.currency,
    locale: toDocumentLanguage(row.locale),
    terms: toTerms(terms),
    termsVersion: row.terms_version,
    ...ofPrice(row.price),
  }
}

type VehicleRow = {
  id: string
  plate: string
  make: string
  model: string
  status: string
  odometer_km: number
  fuel_percent: number
  transmission: string
  seats: number
  gross_weight_kg: number | null
  fuel: string
  tank_litres: number | null
  category: { body_type: string; licence_category: string; minimum_licence_years: number }
}

export function toVehicle({ category, ...row }: VehicleRow): Handover['vehicle'] {
  return {
    id: row.id,
    plate: row.plate,
    make: row.make,
    model: row.model,
    status: row.status,
    bodyType: category.body_type,
    odometerKm: row.odometer_km,
    fuelPercent: row.fuel_percent,
    refill: row.tank_litres ? (row.fuel === 'electric' ? 'kwh' : 'litre') : null,
    demand: {
      licenceCategory: category.licence_category,
      minimumLicenceYears: category.minimum_licence_years,
      transmission: row.transmission,
      seats: row.seats,
      grossWeightKg: row.gross_weight_kg,
    },
  }
}

type DriverRow = {
  id: string
  first_name: string
  last_name: string
  birth_date: string | null
  licence_number: string | null
  licence_categories: string[]
  licence_codes: string[]
  licence_since: unknown
  licence_expires_on: string | null
}

export function toDriver(row: DriverRow): KnownDriver {
  return {
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    birthDate: row.birth_date ?? '',
    licenceNumber: row.licence_number ?? '',
    licenceCategories: row.licence_categories,
    licenceCodes: row.licence_codes.join(', '),
    licenceSince: row.licence_since as Record<string, string>,
    licenceExpiresOn: row.licence_expires_on ?? '',
  }
}

/** A mark's row; numerics may come as text. */
export function toDamage(row: {
  id: string
  view: string
  x: number | string
  y: number | string
  kind: string
  severity: string
  note: string | null
  charge_rappen: number
  list_rappen: number | null
  charge_reason: string | null
  handover_id: string
  photo_id: string | null
  photo_x: number | string | null
  photo_y: number | string | null
}): Damage {
  return {
    id: row.id,
    view: row.view as Damage['view'],
    x: Number(row.x),
    y: Number(row.y),
    kind: row.kind as Damage['kind'],
    severity: row.severity as Damage['severity'],
    note: row.note ?? '',
    chargeRappen: row.charge_rappen,
    listRappen: row.list_rappen,
    chargeReason: row.charge_reason ?? '',
    photo:
      row.photo_id === null
        ? null
        : {
            handoverId: row.handover_id,
            id: row.photo_id,
            x: Number(row.photo_x),
            y: Number(row.photo_y),
          },
  }
}

/** A price of the damage list as the phone looks it up. */
export function toListedPrice(row: {
  kind: string
  view: string | null
  minor_rappen: number | null
  medium_rappen: number | null
  major_rappen: number | null
}): ListedPrice {
  return {
    kind: row.kind as Damage['kind'],
    view: row.view as Damage['view'] | null,
    rappen: { minor: row.minor_rappen, medium: row.medium_rappen, major: row.major_rappen },
  }
}

export function toNote(row: {
  id: string
  text: string
  created_at: string
  author: { full_name: string } | null
}): Handover['notes'][number] {
  return { id: row.id, text: row.text, author: row.author?.full_name ?? null, at: row.created_at }
}

const Counted = z.looseObject({
  keys: z.number().nullish(),
  accessories: z.array(z.string()).nullish().catch([]),
})

/** What was counted at a pickup; older ones counted nothing. */
export function toChecklist(row: unknown): { keys: number | null; accessories: string[] } {
  const counted = Counted.safeParse(row).data
  return { keys: counted?.keys ?? null, accessories: counted?.accessories ?? [] }
}

export function toPhoto(row: {
  id: string
  position: string
  taken_at: string
  driver_id: string | null
}): Photo {
  return {
    id: row.id,
    position: row.position as Photo['position'],
    takenAt: row.taken_at,
    driverId: row.driver_id,
  }
}
