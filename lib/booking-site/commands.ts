import { withAlternatives } from '@/lib/booking-site/alternatives'
import { type Booking, BookingAnswer, standingOf } from '@/lib/booking-site/booking'
import { checkoutExpiry } from '@/lib/booking-site/checkout-expiry'
import type { NewBooking } from '@/lib/booking-site/schema'
import { invalidate } from '@/lib/core/cache'
import type { SiteContext } from '@/lib/core/context'
import { formatTime } from '@/lib/core/dates'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { siteUrl } from '@/lib/core/hosts'
import { translatorFor } from '@/lib/core/i18n/messages'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'
import { openPage } from '@/lib/integrations/stripe/payment-page'

/** A booking that was made and the page where its deposit is paid; without one, pay from the booking's own page. */
export type NewlyBooked = { booking: Booking; checkoutUrl: string | null }

/**
 * Books for a customer: holds the vehicle and opens the payment page of the deposit. Safe to repeat with the same key.
 * @throws AppError `not_available` with alternatives · `booking_refused` · `driver_too_young` · `licence_category` ·
 * `licence_too_short` · `licence_since_missing` · `licence_expired` · `period_in_past` · `time_step` ·
 * `invalid_period` · `invalid_extra` · `extra_not_available` · `invalid_promo_code` · `price_changed` · `idempotency_key_reused` · `rate_limited` ·
 * `too_many_holds` · `voucher_unknown` · `voucher_void` · `voucher_used_up` · `voucher_expired`
 */
export async function book(
  ctx: SiteContext,
  input: NewBooking,
  { idempotencyKey, ip }: { idempotencyKey: string; ip: string },
): Promise<NewlyBooked> {
  await limitRate(RATE_LIMITS.booking, `${ctx.company.slug}:${ip}:${input.customer.email.toLowerCase()}`)
  // Codes are tried as seldom as tokens.
  if (input.voucherCode) await limitRate(RATE_LIMITS.token, ip)
  const { data, error } = await ctx.db.rpc('book_on_site', {
    ...toRpc(ctx, input),
    p_idempotency_key: idempotencyKey,
  })
  if (error) throw withAlternatives(fromPostgres(error))
  const booking = BookingAnswer.parse(data)
  await invalidate(ctx.companyId, 'reservations')
  ctx.log.info({ event: 'booking.made', reservationId: booking.id })
  return { booking, checkoutUrl: await checkoutUrlOrNull(ctx, booking) }
}

/**
 * Opens the payment page of a booking's deposit while its hold lasts.
 * @throws AppError `nothing_to_pay`
 */
export async function openPaymentPage(ctx: SiteContext, booking: Booking): Promise<string> {
  const { payment, holdExpiresAt } = booking
  if (!payment || !holdExpiresAt || standingOf(booking, ctx.now()) !== 'awaiting_payment') {
    throw new AppError('nothing_to_pay', { status: 409 })
  }
  const page = siteUrl(ctx.company.slug, `/portal/${booking.token}`)
  return openPage(ctx, {
    paymentId: payment.id,
    amountRappen: payment.amountRappen,
    currency: payment.currency,
    description: `${booking.number} · ${booking.vehicle.make} ${booking.vehicle.model}`,
    customerEmail: booking.customer.email,
    locale: booking.locale,
    note: await heldUntil(booking, ctx.timeZone, holdExpiresAt),
    successUrl: `${page}?paid`,
    cancelUrl: page,
    expiresAt: checkoutExpiry(payment.askedAt, holdExpiresAt),
  })
}

/**
 * Cancels a customer's own booking; what was agreed goes back to the card.
 * @throws AppError `link_expired` · `rental_has_begun` · `invalid_transition`
 */
export async function cancelBooking(ctx: SiteContext, token: string): Promise<void> {
  const { data, error } = await ctx.db.rpc('cancel_by_token', { p_slug: ctx.company.slug, p_token: token })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations', 'money')
  ctx.log.info({ event: 'booking.cancelled', reservationId: BookingAnswer.parse(data).id })
}

/** The booking stands whatever Stripe does: when no payment page opens now, the booking's own page offers it again. */
async function checkoutUrlOrNull(ctx: SiteContext, booking: Booking): Promise<string | null> {
  if (standingOf(booking, ctx.now()) !== 'awaiting_payment') return null
  try {
    return await openPaymentPage(ctx, booking)
  } catch (failure) {
    ctx.log.error({ event: 'booking.checkout_failed', reservationId: booking.id, err: failure })
    return null
  }
}

async function heldUntil({ locale }: Booking, timeZone: string, holdExpiresAt: Date): Promise<string> {
  const t = await translatorFor(locale, 'booking-site.booking')
  return t('heldUntil', { time: formatTime(holdExpiresAt, timeZone) })
}

function toRpc(ctx: SiteContext, { customer, licence, ...input }: NewBooking) {
  return {
    p_slug: ctx.company.slug,
    p_starts_at: input.startsAt,
    p_ends_at: input.endsAt,
    p_extras: input.extras.map(({ extraId, quantity }) => ({ extra_id: extraId, quantity })),
    p_locale: input.locale ?? ctx.locale,
    p_accepts_terms: input.acceptsTerms,
    p_or_alike: input.orAlike,
    ...(licence && {
      p_licence: {
        categories: licence.categories,
        since: licence.since ?? null,
        expires_on: licence.expiresOn ?? null,
      },
    }),
    ...(input.vehicleId && { p_vehicle_id: input.vehicleId }),
    ...(input.categoryId && { p_category_id: input.categoryId }),
    ...(input.pickupLocationId && { p_pickup_location_id: input.pickupLocationId }),
    ...(input.returnLocationId && { p_return_location_id: input.returnLocationId }),
    ...(input.promoCode && { p_promo_code: input.promoCode }),
    ...(input.equipment.length > 0 && { p_equipment: input.equipment }),
    ...(input.voucherCode && { p_voucher_code: input.voucherCode }),
    ...(input.expectedTotalRappen !== undefined && { p_expected_total_rappen: input.expectedTotalRappen }),
    p_customer: {
      first_name: customer.firstName,
      last_name: customer.lastName,
      email: customer.email,
      phone: customer.phone,
      birth_date: customer.birthDate,
      street: customer.street,
      house_number: customer.houseNumber ?? null,
      postal_code: customer.postalCode,
      town: customer.town,
      country: customer.country,
    },
  }
}
