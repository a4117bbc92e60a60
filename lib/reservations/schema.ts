import { z } from 'zod'
import { rappen } from '@/lib/core/amount'
import { EQUIPMENT } from '@/lib/core/equipment'
import { line } from '@/lib/core/line'
import { ListQuery, several } from '@/lib/core/list'
import { LocalTime } from '@/lib/core/local-time'
import { RESERVATION_SOURCES } from '@/lib/core/reservation-sources'
import { Phone } from '@/lib/customers/schema'
import { ChargeChoice } from '@/lib/reservations/charge-choice'

export const RESERVATION_STATUSES = [
  'pending',
  'confirmed',
  'converted',
  'cancelled',
  'no_show',
  'expired',
] as const
export type ReservationStatus = (typeof RESERVATION_STATUSES)[number]

export const PERIODS = ['today', 'week', 'month', 'past'] as const
export type Period = (typeof PERIODS)[number]

/** What narrows the list of reservations; anything an address gets wrong is left out instead of refused. */
export const ReservationFilters = ListQuery.extend({
  status: several(z.enum(RESERVATION_STATUSES)).catch([]),
  source: several(z.enum(RESERVATION_SOURCES)).catch([]),
  category: several(z.uuid()).catch([]),
  location: several(z.uuid()).catch([]),
  period: z.enum(PERIODS).optional().catch(undefined),
  customer: z.uuid().optional().catch(undefined),
  vehicle: z.uuid().optional().catch(undefined),
})
export type ReservationFilters = z.infer<typeof ReservationFilters>

export const DESK_FUELS = ['petrol', 'diesel', 'hybrid', 'electric', 'gas'] as const
export const DESK_TRANSMISSIONS = ['manual', 'automatic'] as const

/** What a vehicle must have; what is not named does not matter. */
const Features = {
  seats: z.coerce.number().int().min(1).max(60).optional(),
  fuel: z.enum(DESK_FUELS).optional(),
  transmission: z.enum(DESK_TRANSMISSIONS).optional(),
  /** All of it. */
  equipment: several(z.enum(EQUIPMENT)),
}
export type Features = Partial<z.infer<z.ZodObject<typeof Features>>>

/** What the desk's address holds: a period on the company's clock, what narrows it, what was chosen so far. */
export const DeskQuery = z.object({
  from: LocalTime.optional().catch(undefined),
  to: LocalTime.optional().catch(undefined),
  category: z.uuid().optional().catch(undefined),
  location: z.uuid().optional().catch(undefined),
  vehicle: z.uuid().optional().catch(undefined),
  seats: z.preprocess((value) => value || undefined, Features.seats).catch(undefined),
  fuel: Features.fuel.catch(undefined),
  transmission: Features.transmission.catch(undefined),
  equipment: Features.equipment.catch([]),
  /** A category that is booked as such; `category` only narrows what is shown. */
  any: z.uuid().optional().catch(undefined),
  customer: z.uuid().optional().catch(undefined),
})
export type DeskQuery = z.infer<typeof DeskQuery>

/** A wish whose period is whole. */
export type WishedPeriod = Pick<DeskQuery, 'category' | 'location' | keyof Features> & {
  from: string
  to: string
}

/** The month and place of the availability map; anything an address gets wrong is left out instead of refused. */
export const AvailabilityMonth = z.object({
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  location: z.uuid().optional().catch(undefined),
})

/** Extras of a wish: how many of each. */
export const WishedExtras = z.array(z.object({ extraId: z.uuid(), quantity: z.int().min(1).max(20) })).max(50)
export type WishedExtras = z.infer<typeof WishedExtras>

const Instant = z.iso.datetime({ offset: true })

/** A free period as machines ask for it. */
export const AvailabilityQuery = z.object({
  from: Instant,
  to: Instant,
  category: z.uuid().optional(),
  location: z.uuid().optional(),
  ...Features,
})

/** Somebody who is not known yet; at least a name and one way to reach them. */
export const NewDriver = z
  .object({
    firstName: line(80).min(1),
    lastName: line(80).min(1),
    email: z.email('format_email').max(254).optional(),
    phone: Phone.optional(),
    language: z.enum(['de', 'fr', 'it', 'en']).optional(),
  })
  .refine(({ email, phone }) => email ?? phone, { path: ['phone'], message: 'reach' })

/** A reservation as machines ask for it: a vehicle or a category, a known customer or a new one. */
export const NewReservation = z
  .object({
    startsAt: Instant,
    endsAt: Instant,
    vehicleId: z.uuid().optional(),
    categoryId: z.uuid().optional(),
    customerId: z.uuid().optional(),
    customer: NewDriver.optional(),
    extras: WishedExtras.default([]),
    source: z.enum(RESERVATION_SOURCES).default('phone'),
    pickupLocationId: z.uuid().optional(),
    returnLocationId: z.uuid().optional(),
    notes: z.string().trim().max(5_000).optional(),
    account: ChargeChoice.optional(),
    /** An option: the vehicle is held so long and then freed by itself. */
    holdHours: z.int().min(1).max(336).optional(),
    promoCode: z.string().trim().max(40).optional(),
    /** The price that was told; without it the present one counts. */
    expectedTotalRappen: z.int().min(0).max(1_000_000_000).optional(),
    /** What the vehicle must have, whichever it is in the end. */
    equipment: z.array(z.enum(EQUIPMENT)).max(20).default([]),
  })
  .refine(({ vehicleId, categoryId }) => vehicleId ?? categoryId, {
    path: ['vehicleId'],
    message: 'required',
  })
  .refine(({ customerId, customer }) => customerId ?? customer, { path: ['customerId'], message: 'required' })
export type NewReservation = z.infer<typeof NewReservation>

/** The vehicle a reservation gets; an empty one leaves it open. */
export const VehicleAssignment = z.object({
  id: z.uuid(),
  vehicleId: z.preprocess((value) => (value === '' ? null : value), z.uuid().nullable()),
})
export type VehicleAssignment = z.infer<typeof VehicleAssignment>

/** An end as it was shown before it was confirmed: what was to go back by what is agreed. */
export const End = z.object({ id: z.uuid(), seenRefundRappen: rappen(0, 100_000_000).optional() })
export type End = z.infer<typeof End>

/** Calling a reservation off: what the agreed policy says goes back, or another amount, for those who may refund. */
export const Cancellation = End.extend({ refundRappen: rappen(0, 100_000_000).optional() })
export type Cancellation = z.infer<typeof Cancellation>

/** How long an option holds its vehicle. */
export const HoldHours = z.coerce.number('type').int().min(1).max(336)
export const HoldExtension = z.object({ id: z.uuid(), hours: HoldHours })
export type HoldExtension = z.infer<typeof HoldExtension>
