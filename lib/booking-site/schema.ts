import { z } from 'zod'
import { LICENCE_CATEGORIES } from '@/lib/booking-site/licence'
import { BirthDate } from '@/lib/core/birth-date'
import { EQUIPMENT } from '@/lib/core/equipment'
import { NewCustomer, Phone } from '@/lib/customers/schema'

const Locale = z.enum(['de', 'fr', 'it', 'en'])

/** One line that must not be empty; it ends up in mail headers and on envelopes. */
function text(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, 'characters')
}

const Instant = z.iso.datetime({ offset: true })

/** Who rents, as the details form asks: everything a contract needs, and what holds for every customer besides. */
export const BookingCustomer = z
  .object({
    firstName: text(80),
    lastName: text(80),
    email: z.email().max(254),
    phone: Phone,
    birthDate: BirthDate,
    street: text(70),
    houseNumber: z.string().trim().max(16).optional(),
    postalCode: text(16),
    town: text(35),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .default('CH'),
  })
  .superRefine((customer, check) => {
    for (const { path, message } of NewCustomer.safeParse(customer).error?.issues ?? [])
      check.addIssue({ code: 'custom', path, message })
  })

/** What a driver says of their licence; unsaid, it is asked for at the pickup. */
const ToldLicence = z.object({
  categories: z.array(z.enum(LICENCE_CATEGORIES)).min(1).max(15),
  since: z.iso.date().optional(),
  expiresOn: z.iso.date().optional(),
})

const MS_PER_DAY = 86_400_000

/** Whether a licence surely expires before the return, wherever that is; to the day it is the database's to say. */
function expiresBefore(expiresOn: string | undefined, endsAt: string): boolean {
  return expiresOn !== undefined && Date.parse(expiresOn) + 2 * MS_PER_DAY < Date.parse(endsAt)
}

/** A booking on a company's site. The price is the database's; one in the body is ignored. */
export const NewBooking = z
  .object({
    vehicleId: z.uuid().optional(),
    categoryId: z.uuid().optional(),
    startsAt: Instant,
    endsAt: Instant,
    extras: z
      .array(z.object({ extraId: z.uuid(), quantity: z.int().min(1).max(20) }))
      .max(30)
      .default([]),
    pickupLocationId: z.uuid().optional(),
    returnLocationId: z.uuid().optional(),
    promoCode: z.string().trim().max(40).optional(),
    /** What the vehicle must have, whichever it is in the end. */
    equipment: z.array(z.enum(EQUIPMENT)).max(20).default([]),
    /** Pays the price as far as it goes, at the moment of booking. */
    voucherCode: z.string().trim().min(1).max(40).optional(),
    /** What the customer saw; another total is asked about first, never charged. */
    expectedTotalRappen: z.int().min(0).optional(),
    locale: Locale.optional(),
    /** Takes a vehicle just like the wanted one when somebody was quicker. */
    orAlike: z.boolean().default(false),
    customer: BookingCustomer,
    licence: ToldLicence.optional(),
    /** Nothing is booked without consent to the terms. */
    acceptsTerms: z.boolean('required').refine((accepts) => accepts, 'required'),
  })
  .refine(({ licence, endsAt }) => !expiresBefore(licence?.expiresOn, endsAt), {
    path: ['licence', 'expiresOn'],
    message: 'licence_expired',
  })
  .refine(({ vehicleId, categoryId }) => vehicleId ?? categoryId, {
    path: ['vehicleId'],
    message: 'required',
  })

export type NewBooking = z.infer<typeof NewBooking>
