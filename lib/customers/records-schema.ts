import { z } from 'zod'
import { BirthDate } from '@/lib/core/birth-date'
import { line } from '@/lib/core/line'
import { optional } from '@/lib/core/optional'
import { SeenAt } from '@/lib/core/seen'
import { wholeNumber } from '@/lib/core/whole-number'
import { CONSENT_KINDS, CONSENT_SOURCES, FIRM_PAYS, LICENCE_CATEGORIES } from '@/lib/customers/rules'
import { Phone } from '@/lib/customers/schema'

const Category = z.enum(LICENCE_CATEGORIES)

/** One value or several, as a form repeats a name. */
function several<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  )
}

/** Restrictions as printed, with any signs between them: `01.06, 78`. */
const Codes = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/[\s,;/]+/).filter(Boolean) : value),
  z
    .array(z.string().regex(/^\d{1,3}(\.\d{1,3})?$/, 'licence_codes'))
    .max(20)
    .default([]),
)

/** Somebody who drives for a customer; `licenceSince.B` of a form says since when a category is held. */
export const DriverRecord = z.preprocess(
  (given) => {
    if (given === null || typeof given !== 'object') return given
    const since = Object.entries(given).flatMap(([name, value]) =>
      name.startsWith('licenceSince.') && value !== '' ? [[name.slice(13), value] as const] : [],
    )
    return since.length > 0 ? { ...given, licenceSince: Object.fromEntries(since) } : given
  },
  z.object({
    id: optional(z.uuid()),
    seenAt: SeenAt,
    customerId: z.uuid(),
    firstName: line(80).min(1),
    lastName: line(80).min(1),
    birthDate: optional(BirthDate),
    email: optional(z.email('format_email').max(254)),
    phone: optional(Phone),
    licenceNumber: optional(line(40)),
    licenceCountry: z
      .string()
      .regex(/^[A-Z]{2}$/, 'invalid')
      .default('CH'),
    licenceCategories: several(Category),
    licenceSince: z.partialRecord(Category, z.iso.date()).default({}),
    licenceCodes: Codes,
    licenceIssuedOn: optional(z.iso.date()),
    licenceExpiresOn: optional(z.iso.date()),
  }),
)
export type DriverRecord = z.output<typeof DriverRecord>

export const RecordRef = z.object({ id: z.uuid() })
export type RecordRef = z.output<typeof RecordRef>
export const Listing = RecordRef.extend({ active: z.boolean() })
export type Listing = z.output<typeof Listing>

/** A vehicle of the customer's own. */
export const CustomerVehicle = z.object({
  id: optional(z.uuid()),
  seenAt: SeenAt,
  customerId: z.uuid(),
  make: line(60).min(1),
  model: line(60).min(1),
  plate: optional(line(15)),
  vin: optional(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-HJ-NPR-Z0-9]{17}$/, 'vin_characters'),
  ),
  modelYear: optional(wholeNumber(1900, 2100)),
  color: optional(line(40)),
  notes: optional(z.string().trim().max(1_000)),
})
export type CustomerVehicle = z.output<typeof CustomerVehicle>

export const NewNote = z.object({ customerId: z.uuid(), text: z.string().trim().min(1).max(5_000) })
export type NewNote = z.output<typeof NewNote>

export const NewConsent = z.object({
  customerId: z.uuid(),
  kind: z.enum(CONSENT_KINDS),
  textVersion: line(80).min(1),
  source: z.enum(CONSENT_SOURCES),
})
export type NewConsent = z.output<typeof NewConsent>

const Ticked = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())

/** A firm's account: terms, who pays, where invoices go. */
export const Account = z.object({
  customerId: z.uuid(),
  seenAt: SeenAt,
  paymentTermsDays: wholeNumber(0, 120),
  collectiveInvoice: Ticked,
  listedDriversOnly: Ticked,
  costCentreRequired: Ticked,
  firmPays: z.enum(FIRM_PAYS),
  firmSharePercent: wholeNumber(0, 100).default(100),
  billingName: optional(line(70)),
  billingStreet: optional(line(70)),
  billingHouseNumber: optional(line(16)),
  billingPostalCode: optional(line(16)),
  billingTown: optional(line(35)),
  billingEmail: optional(z.email('format_email').max(254)),
})
export type Account = z.output<typeof Account>

export const CostCentre = z.object({ customerId: z.uuid(), code: line(40).min(1), name: optional(line(80)) })
export type CostCentre = z.output<typeof CostCentre>

/** Two customers that are one, or that are not. */
export const Pair = z.object({ keepId: z.uuid(), dropId: z.uuid() })
export type Pair = z.output<typeof Pair>

/** What has been typed of somebody so far. */
export const Glimpse = z.object({
  id: z.uuid().optional(),
  kind: z.enum(['person', 'firm']).catch('person'),
  firstName: z.string().max(80).catch(''),
  lastName: z.string().max(80).catch(''),
  firmName: z.string().max(120).catch(''),
  email: z.string().max(254).catch(''),
  phone: z.string().max(40).catch(''),
  birthDate: z.iso.date().optional().catch(undefined),
})
export type Glimpse = z.output<typeof Glimpse>

/** The pair in the address of the merge. */
export const MergeQuery = z.object({ keep: z.uuid(), drop: z.uuid() })
