import { z } from 'zod'
import { rappen } from '@/lib/core/amount'
import { EQUIPMENT, type Equipment } from '@/lib/core/equipment'
import { line } from '@/lib/core/line'
import { ListQuery, several } from '@/lib/core/list'
import { MOST_LIST_BYTES } from '@/lib/core/list-file'
import { nameFields } from '@/lib/core/name-fields'
import { SeenAt } from '@/lib/core/seen'
import { wholeNumber } from '@/lib/core/whole-number'
import { readPlate } from '@/lib/fleet/plate'

export const BODY_TYPES = ['compact', 'estate', 'suv', 'van', 'minibus', 'camper', 'convertible'] as const
export type BodyType = (typeof BODY_TYPES)[number]
export const FUELS = ['petrol', 'diesel', 'hybrid', 'electric', 'gas'] as const
export const TRANSMISSIONS = ['manual', 'automatic'] as const
export const VEHICLE_STATUSES = [
  'available',
  'reserved',
  'rented',
  'cleaning',
  'maintenance',
  'retired',
] as const

/** What narrows the fleet list; anything an address gets wrong is left out instead of refused. */
export const VehicleFilters = ListQuery.extend({
  status: several(z.enum(VEHICLE_STATUSES)).catch([]),
  category: several(z.uuid()).catch([]),
  location: several(z.uuid()).catch([]),
})
export type VehicleFilters = z.infer<typeof VehicleFilters>

function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? null : value), schema.nullable())
}

const Plate = z.string().transform((text, check) => {
  const reading = readPlate(text)
  if ('plate' in reading) return reading.plate
  check.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : reading.fault })
  return z.NEVER
})

export const DOCUMENT_KINDS = ['registration', 'insurance', 'inspection', 'invoice', 'other'] as const

/** What is said of a paper as it is added; the file itself comes as the request's bytes. */
export const NewDocument = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  name: line(120).min(1),
})
export type NewDocument = z.infer<typeof NewDocument>

const Reason = z.string().trim().min(3).max(500)

/** Another reading than the odometer's last one, and why. */
export const OdometerCorrection = z.object({
  id: z.uuid(),
  odometerKm: wholeNumber(0, 3_000_000),
  reason: Reason,
})
export type OdometerCorrection = z.infer<typeof OdometerCorrection>

export const Retirement = z.object({ id: z.uuid(), reason: Reason })
export type Retirement = z.infer<typeof Retirement>

/** What can be changed about a vehicle; the VIN and the odometer are not among it. */
export const VehicleChange = z.object({
  id: z.uuid(),
  seenAt: SeenAt,
  plate: Plate,
  categoryId: z.uuid(),
  locationId: z.uuid(),
  make: line(60).min(1),
  model: line(60).min(1),
  color: optional(line(40)),
  seats: wholeNumber(1, 60),
  /** Permissible total weight; what category B may drive ends at 3500 kg. */
  grossWeightKg: optional(wholeNumber(100, 60_000)),
  tankLitres: wholeNumber(0, 500),
  fuelPercent: wholeNumber(0, 100),
  inspectionDueOn: optional(z.iso.date()),
  serviceIntervalKm: optional(wholeNumber(1_000, 200_000)),
  serviceIntervalMonths: optional(wholeNumber(1, 120)),
  nextServiceKm: optional(wholeNumber(0, 3_000_000)),
  nextServiceOn: optional(z.iso.date()),
  insurer: optional(line(80)),
  insurancePolicy: optional(line(60)),
  insuranceExpiresOn: optional(z.iso.date()),
  minimumAge: optional(wholeNumber(16, 99)),
  securityDepositRappen: optional(rappen(0, 10_000_000)),
  equipment: several(z.enum(EQUIPMENT)),
})
export type VehicleChange = z.infer<typeof VehicleChange>

/** A price list of a vehicle or of a category, VAT included. */
export const RateChange = z.object({
  id: z.uuid(),
  seenAt: SeenAt,
  hourlyRappen: optional(rappen(1, 100_000_000)),
  dailyRappen: rappen(1, 100_000_000),
  weeklyRappen: optional(rappen(1, 100_000_000)),
  monthlyRappen: optional(rappen(1, 100_000_000)),
  includedKmPerDay: wholeNumber(0, 10_000),
  extraKmRappen: rappen(0, 100_000),
  /** Of a category: also for its vehicles that have prices of their own. */
  forAll: z.stringbool().default(false),
})
export type RateChange = z.infer<typeof RateChange>

/** Offered after booking: not at all, had at once, or asked for. */
const OfferedLater = z.enum(['no', 'at_once', 'on_request']).default('at_once')

/** What holds for every vehicle of a category that says nothing of its own. */
export const CategoryChange = z
  .object({
    id: z.uuid(),
    seenAt: SeenAt,
    ...nameFields,
    bodyType: z.enum(BODY_TYPES),
    minimumAge: wholeNumber(16, 99),
    securityDepositRappen: rappen(0, 10_000_000),
    excessRappen: optional(rappen(0, 10_000_000)),
    bufferMinutes: wholeNumber(0, 2880),
    licenceCategory: z.string().regex(/^[A-G]1?E?$|^M$/, 'invalid'),
    minimumLicenceYears: wholeNumber(0, 20),
    minimumDays: wholeNumber(1, 366),
    maximumDays: wholeNumber(1, 366),
    later: OfferedLater,
  })
  .refine(({ minimumDays, maximumDays }) => minimumDays <= maximumDays, {
    path: ['maximumDays'],
    message: 'below_minimum_days',
  })
export type CategoryChange = z.infer<typeof CategoryChange>

/** An extra on offer. Without an id it is new. */
export const ExtraChange = z.object({
  id: z.uuid().optional(),
  seenAt: SeenAt,
  ...nameFields,
  charge: z.enum(['per_day', 'per_rental']),
  priceRappen: rappen(0, 10_000_000),
  capRappen: optional(rappen(0, 10_000_000)),
  /** An excess reduction: what is then paid of a damage at most. */
  excessRappen: optional(rappen(0, 10_000_000)),
  maxQuantity: wholeNumber(1, 20),
  stock: optional(wholeNumber(0, 10_000)),
  active: z.stringbool().default(true),
  /** One is due for every driver beside the one who signs. */
  forDriver: z.stringbool().default(false),
  later: OfferedLater,
})
export type ExtraChange = z.infer<typeof ExtraChange>

/** One vehicle as it is typed, by the columns of an import; read and checked as a row of one. */
export const WrittenVehicle = z.record(
  z.string(),
  // What can be ticked more than once is a cell with commas.
  z.preprocess((value) => (Array.isArray(value) ? value.join(', ') : value), z.string().max(400)),
)
export type WrittenVehicle = z.infer<typeof WrittenVehicle>

/** The list of an import: a CSV file. */
export const FleetFile = z.object({ file: z.file().max(MOST_LIST_BYTES, 'file_too_large') })

/** A row as the import function of the database takes it. */
export type ImportRow = {
  row: number
  plate: string
  vin: string
  category: string
  make: string
  model: string
  model_year: number
  color: string | null
  fuel: (typeof FUELS)[number]
  transmission: (typeof TRANSMISSIONS)[number]
  seats: number
  odometer_km: number
  fuel_percent: number
  tank_litres: number
  location: string
  inspection_due_on: string | null
  daily_rappen: number
  weekly_rappen: number | null
  monthly_rappen: number | null
  included_km_per_day: number
  extra_km_rappen: number
  security_deposit_rappen: number
  minimum_age: number
  body_type: BodyType
  equipment: Equipment[]
}
