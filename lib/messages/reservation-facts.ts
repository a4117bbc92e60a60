import { z } from 'zod'
import { CancellationPolicy } from '@/lib/core/cancellation'
import { formatPhone } from '@/lib/core/documents/format'
import { labelOf } from '@/lib/core/labels'
import { LANGUAGES } from '@/lib/messages/languages'
import { textsIn } from '@/lib/messages/texts/by-language'

const Place = z
  .object({
    name: z.string(),
    street: z.string().nullable(),
    house_number: z.string().nullable(),
    postal_code: z.string().nullable(),
    town: z.string().nullable(),
    phone: z.string().nullable().default(null),
  })
  .transform((place) => ({ line: addressLine(place.name, place), phone: place.phone }))

type AddressParts = {
  street: string | null
  house_number: string | null
  postal_code: string | null
  town: string | null
}

function addressLine(name: string, { street, house_number, postal_code, town }: AddressParts): string {
  const inTown = [postal_code, town].filter(Boolean).join(' ')
  return [name, [street, house_number].filter(Boolean).join(' '), inTown].filter(Boolean).join(', ')
}

const BookedLine = z.object({
  kind: z.string(),
  names: z.record(z.string(), z.string()).nullish(),
  quantity: z.number(),
  amount_rappen: z.number().int(),
})

/** What the messages of a reservation tell, read from the service's answer. */
export const ReservationFacts = z
  .object({
    id: z.string(),
    number: z.string(),
    status: z.string(),
    starts_at: z.coerce.date(),
    ends_at: z.coerce.date(),
    locale: z.enum(LANGUAGES),
    total_rappen: z.number().int(),
    currency: z.string(),
    price: z.object({ vat: z.array(z.unknown()), lines: z.array(BookedLine).default([]) }),
    token: z.string(),
    review_url: z.string().nullable().default(null),
    company: z.object({
      slug: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      accent_color: z.string(),
      time_zone: z.string(),
      street: z.string().nullable(),
      house_number: z.string().nullable(),
      postal_code: z.string().nullable(),
      town: z.string().nullable(),
    }),
    customer: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    vehicle_fixed: z.boolean(),
    vehicle: z.object({
      make: z.string(),
      model: z.string(),
      category_names: z.record(z.string(), z.string()),
    }),
    pickup_location: Place,
    return_location: Place,
    cancellation_policy: CancellationPolicy.default([]),
    ended: z.object({ fee_rappen: z.number().int(), refund_rappen: z.number().int() }).nullish(),
    payment: z.object({ status: z.string(), amount_rappen: z.number().int() }).nullable(),
  })
  .transform(({ company, customer, ...row }) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    language: row.locale,
    timeZone: company.time_zone,
    currency: row.currency,
    totalRappen: row.total_rappen,
    totalHasVat: row.price.vat.length > 0,
    extras: row.price.lines
      .filter(({ kind }) => kind === 'extra')
      .map(({ names, quantity, amount_rappen }) => ({
        name: labelOf(names ?? {}, row.locale),
        quantity,
        amountRappen: amount_rappen,
      })),
    paidRappen: row.payment?.status === 'succeeded' ? row.payment.amount_rappen : 0,
    refundedRappen: row.payment?.status === 'refunded' ? row.payment.amount_rappen : 0,
    cancellationPolicy: row.cancellation_policy,
    /** What became of the money of one that was called off. */
    ended: row.ended && { feeRappen: row.ended.fee_rappen, refundRappen: row.ended.refund_rappen },
    token: row.token,
    /** Where a review is asked for, in a message that asks for one. */
    reviewUrl: row.review_url,
    vehicle: vehicleText(row),
    pickup: row.pickup_location.line,
    return: row.return_location.line,
    /** Whom to call about the pickup, and about the return: the place, else the company. */
    pickupPhone: formatPhone(row.pickup_location.phone ?? company.phone),
    returnPhone: formatPhone(row.return_location.phone ?? company.phone),
    companySlug: company.slug,
    companyEmail: company.email,
    customer,
    sender: {
      name: company.name,
      accentColor: company.accent_color,
      contact: [addressLine('', company), formatPhone(company.phone), company.email].filter(
        (line): line is string => Boolean(line),
      ),
    },
  }))

type Booked = {
  locale: (typeof LANGUAGES)[number]
  vehicle_fixed: boolean
  vehicle: { make: string; model: string; category_names: Record<string, string> }
}

/** The vehicle, or the category with an example where any vehicle of it may be handed over. */
function vehicleText({ locale, vehicle_fixed, vehicle }: Booked): string {
  const name = `${vehicle.make} ${vehicle.model}`
  if (vehicle_fixed) return name
  return textsIn(locale).orSimilar({ category: labelOf(vehicle.category_names, locale), example: name })
}

export type ReservationFacts = z.infer<typeof ReservationFacts>

/** The same with whether its vehicle is there and clean, as the worker alone is told. */
export const LateVehicleFacts = z
  .object({ vehicle_ready: z.boolean() })
  .transform(({ vehicle_ready }) => ({ isVehicleReady: vehicle_ready }))
  .and(ReservationFacts)
export type LateVehicleFacts = z.infer<typeof LateVehicleFacts>

/** The same with when staff arrive. */
export const ArrivalFacts = z
  .object({ arrives_at: z.coerce.date() })
  .transform(({ arrives_at }) => ({ arrivesAt: arrives_at }))
  .and(ReservationFacts)
export type ArrivalFacts = z.infer<typeof ArrivalFacts>

const KeyBox = z.object({ place: z.string(), code: z.string(), instructions: z.string().nullable() })
/** How the keys are reached when nobody is there. */
export type KeyBox = z.infer<typeof KeyBox>

/** The same with the key box, where it may be told. */
export const KeyBoxFacts = z
  .object({ key_box: KeyBox })
  .transform(({ key_box }) => ({ keyBox: key_box }))
  .and(ReservationFacts)
export type KeyBoxFacts = z.infer<typeof KeyBoxFacts>
