import { type Booking, BookingAnswer } from '@/lib/booking-site/booking'
import { WaitingAnswer, type WaitingWish } from '@/lib/booking-site/waiting/schema'
import { invalidate } from '@/lib/core/cache'
import type { SiteContext } from '@/lib/core/context'
import { instantOf } from '@/lib/core/dates'
import { fromPostgres } from '@/lib/core/errors'
import { limitRate, RATE_LIMITS } from '@/lib/core/rate-limit'

/**
 * Puts somebody on the company's waiting list; answers the token of their private link. Safe to repeat with the same key.
 * @throws AppError `booking_refused` · `invalid_period` · `period_in_past` · `too_many_waiting` · `rate_limited`
 */
export async function joinWaitingList(ctx: SiteContext, wish: WaitingWish, ip: string): Promise<string> {
  await limitRate(RATE_LIMITS.booking, `${ctx.company.slug}:${ip}:${wish.email.toLowerCase()}`)
  const { data, error } = await ctx.db.rpc('join_waiting_list_on_site', {
    p_slug: ctx.company.slug,
    p_starts_at: instantOf(wish.from, ctx.timeZone).toISOString(),
    p_ends_at: instantOf(wish.to, ctx.timeZone).toISOString(),
    p_customer: {
      first_name: wish.firstName,
      last_name: wish.lastName,
      email: wish.email,
      phone: wish.phone,
    },
    ...(wish.category && { p_category_id: wish.category }),
    ...(wish.location && { p_location_id: wish.location }),
    ...(wish.equipment.length > 0 && { p_equipment: wish.equipment }),
    p_locale: ctx.locale,
    p_idempotency_key: wish.idempotencyKey,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations', 'customers')
  ctx.log.info({ event: 'waiting_list.joined' })
  return WaitingAnswer.parse(data).token
}

/**
 * Takes somebody off the list by their private link; what was held for them is free again.
 * @throws AppError `link_expired`
 */
export async function leaveWaitingList(ctx: SiteContext, token: string): Promise<void> {
  const { error } = await ctx.db.rpc('leave_waiting_list', { p_slug: ctx.company.slug, p_token: token })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations')
  ctx.log.info({ event: 'waiting_list.left' })
}

/**
 * Takes up an offer that is kept, with consent to the terms; answers the booking, whose deposit may still be due.
 * @throws AppError `link_expired` · `hold_lapsed` · `invalid_transition`
 */
export async function acceptWaitingOffer(ctx: SiteContext, token: string): Promise<Booking> {
  const { data, error } = await ctx.db.rpc('accept_waiting_offer', {
    p_slug: ctx.company.slug,
    p_token: token,
  })
  if (error) throw fromPostgres(error)
  const booking = BookingAnswer.parse(data)
  await invalidate(ctx.companyId, 'reservations')
  ctx.log.info({ event: 'waiting_list.accepted', reservationId: booking.id })
  return booking
}
