import { z } from 'zod'
import { VehiclePhoto } from '@/lib/core/brand-pictures'
import { PriceAnswer } from '@/lib/core/price'

const Place = z
  .object({
    name: z.string(),
    street: z.string().nullable(),
    house_number: z.string().nullable(),
    postal_code: z.string().nullable(),
    town: z.string().nullable(),
  })
  .transform(({ house_number, postal_code, ...place }) => ({
    ...place,
    houseNumber: house_number,
    postalCode: postal_code,
  }))

/** Reads the facts of a booking that its customer may see. */
export const BookingAnswer = z
  .object({
    id: z.string(),
    number: z.string(),
    status: z.enum(['pending', 'confirmed', 'converted', 'cancelled', 'no_show', 'expired']),
    starts_at: z.coerce.date(),
    ends_at: z.coerce.date(),
    created_at: z.coerce.date(),
    locale: z.enum(['de', 'fr', 'it', 'en']),
    price: PriceAnswer,
    total_rappen: z.number().int(),
    booking_deposit_rappen: z.number().int(),
    currency: z.string(),
    token: z.string(),
    hold_expires_at: z.coerce.date().nullable(),
    customer: z.object({ name: z.string(), email: z.string().nullable() }),
    vehicle_fixed: z.boolean(),
    key_box: z
      .object({ place: z.string(), code: z.string(), instructions: z.string().nullable() })
      .nullable(),
    cancellation: z
      .object({
        percent: z.number(),
        fee_rappen: z.number(),
        paid_rappen: z.number(),
        refund_rappen: z.number(),
      })
      .nullable(),
    ended: z.object({ fee_rappen: z.number().int(), refund_rappen: z.number().int() }).nullable(),
    vehicle: z.object({
      id: z.string(),
      make: z.string(),
      model: z.string(),
      seats: z.number(),
      fuel: z.string(),
      transmission: z.string(),
      category_names: z.record(z.string(), z.string()),
      body_type: z.string(),
      photo: VehiclePhoto.nullable(),
    }),
    pickup_location: Place,
    return_location: Place,
    voucher_rappen: z.number().int(),
    payment: z
      .object({
        id: z.string(),
        status: z.enum(['pending', 'succeeded', 'failed', 'refunded', 'partially_refunded']),
        amount_rappen: z.number().int(),
        currency: z.string(),
        asked_at: z.coerce.date(),
      })
      .nullable(),
  })
  .transform(({ vehicle: { category_names, body_type, ...vehicle }, ...row }) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    createdAt: row.created_at,
    locale: row.locale,
    price: row.price,
    totalRappen: row.total_rappen,
    bookingDepositRappen: row.booking_deposit_rappen,
    currency: row.currency,
    token: row.token,
    holdExpiresAt: row.hold_expires_at,
    customer: row.customer,
    isVehicleFixed: row.vehicle_fixed,
    keyBox: row.key_box,
    cancellation: row.cancellation && {
      paidRappen: row.cancellation.paid_rappen,
      refundRappen: row.cancellation.refund_rappen,
    },
    /** What became of the money of one that was called off or whose customer did not come. */
    ended: row.ended && { feeRappen: row.ended.fee_rappen, refundRappen: row.ended.refund_rappen },
    vehicle: { ...vehicle, categoryNames: category_names, bodyType: body_type },
    pickup: row.pickup_location,
    return: row.return_location,
    voucherRappen: row.voucher_rappen,
    payment: row.payment && {
      id: row.payment.id,
      status: row.payment.status,
      amountRappen: row.payment.amount_rappen,
      currency: row.payment.currency,
      askedAt: row.payment.asked_at,
    },
  }))

/** A booking as its customer sees it by the private link. */
export type Booking = z.infer<typeof BookingAnswer>

/** Where a booking stands, for its customer. */
export type Standing =
  | 'awaiting_payment'
  | 'confirmed'
  | 'picked_up'
  | 'returned'
  | 'done'
  | 'expired'
  | 'refunded'
  | 'cancelled'
  | 'no_show'

/** A rental that has begun, by the state of its contract. */
const BY_RENTAL: Record<string, Standing> = { active: 'picked_up', returned: 'returned', closed: 'done' }

/**
 * Where a booking stands now. A hold that has lapsed counts as expired even while nobody has swept it up: the
 * vehicle is free for others from that moment. A confirmed one goes on with its contract, where it has one.
 */
export function standingOf(
  booking: Pick<Booking, 'status' | 'holdExpiresAt' | 'payment'>,
  now: Date,
  contract: { status: string } | null = null,
): Standing {
  if (booking.status === 'confirmed' || booking.status === 'converted')
    return BY_RENTAL[contract?.status ?? ''] ?? 'confirmed'
  if (booking.status === 'no_show') return 'no_show'
  if (booking.status === 'cancelled') return 'cancelled'
  const holds = booking.holdExpiresAt !== null && booking.holdExpiresAt > now
  if (booking.status === 'pending' && holds) return 'awaiting_payment'
  return booking.payment?.status === 'refunded' ? 'refunded' : 'expired'
}

const PAYMENT_ON_ITS_WAY_MS = 60 * 60_000

/**
 * Whether word of a payment may still be on its way to a booking whose customer comes from the payment page. Even a
 * lapsed hold counts: a late payment gets the vehicle back or is refunded.
 */
export function awaitsWord(
  booking: Pick<Booking, 'status' | 'holdExpiresAt' | 'payment'>,
  now: Date,
): boolean {
  const standing = standingOf(booking, now)
  const isOpen = booking.payment?.status === 'pending' || booking.payment?.status === 'failed'
  const isRecent =
    booking.payment && now.getTime() - booking.payment.askedAt.getTime() < PAYMENT_ON_ITS_WAY_MS
  return isOpen && isRecent === true && (standing === 'awaiting_payment' || standing === 'expired')
}

/** What the customer has paid and not got back, by card and by voucher. */
export function paidRappen({ payment, voucherRappen }: Pick<Booking, 'payment' | 'voucherRappen'>): number {
  return voucherRappen + (payment?.status === 'succeeded' ? payment.amountRappen : 0)
}
