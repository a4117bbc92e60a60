import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { chargeToRpc } from '@/lib/reservations/charge-choice'
import { searchAvailability } from '@/lib/reservations/queries/availability'
import type { NewReservation } from '@/lib/reservations/schema'

const Answer = z
  .looseObject({
    id: z.string(),
    number: z.string(),
    status: z.string(),
    vehicle_id: z.string(),
    customer_id: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    total_rappen: z.number(),
    booking_deposit_rappen: z.number(),
    currency: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    vehicleId: row.vehicle_id,
    customerId: row.customer_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    totalRappen: row.total_rappen,
    bookingDepositRappen: row.booking_deposit_rappen,
    currency: row.currency,
  }))

/** A reservation as it was just made. */
export type MadeReservation = z.infer<typeof Answer>

/**
 * Reserves a vehicle or a category for a period; the price is the database's, never the caller's.
 * Safe to repeat with the same key: the first answer comes again.
 * @throws AppError `not_available` with up to three alternatives · `customer_blocked` · `invalid_period` ·
 *   `idempotency_key_reused` · `not_found`
 */
export async function createReservation(
  ctx: CompanyContext,
  input: NewReservation,
  idempotencyKey: string,
): Promise<MadeReservation> {
  const { data, error } = await ctx.db.rpc('create_reservation', {
    ...toRpc(input),
    p_idempotency_key: idempotencyKey,
    p_alternatives: false,
  })
  if (error) throw await withAlternatives(ctx, input, fromPostgres(error))
  const made = Answer.parse(data)
  await invalidate(ctx.companyId, 'reservations', 'customers')
  ctx.log.info({ event: 'reservation.created', reservationId: made.id })
  return made
}

const MOST_ALTERNATIVES = 3

/**
 * A refusal with what else is free, the wished category first. Of a crowd that comes too late everybody asks the same: they share one search, where the
 * transaction that refuses them would look for each anew.
 */
async function withAlternatives(
  ctx: CompanyContext,
  { startsAt, endsAt, vehicleId: refused, equipment }: NewReservation,
  refusal: AppError,
): Promise<AppError> {
  if (refusal.code !== 'not_available') return refusal
  const { category_id: wished, ...details } = refusal.details
  const period = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
  // A search that fails takes nothing from the refusal.
  const offers = await searchAvailability(ctx, { ...period, features: { equipment } }).catch(
    (error: unknown) => {
      ctx.log.warn({ event: 'reservation.alternatives_failed', error })
      return []
    },
  )
  const alternatives = offers
    .filter(({ vehicleId }) => vehicleId !== refused)
    .toSorted((a, b) => Number(b.categoryId === wished) - Number(a.categoryId === wished))
    .slice(0, MOST_ALTERNATIVES)
    .map(({ vehicleId, make, model, categoryId, price }) => ({
      vehicle_id: vehicleId,
      make,
      model,
      category_id: categoryId,
      total_rappen: price.totalRappen,
    }))
  return new AppError(refusal.code, { details: { ...details, alternatives }, cause: refusal })
}

function toRpc(input: NewReservation) {
  const { customer } = input
  return {
    p_starts_at: input.startsAt,
    p_ends_at: input.endsAt,
    p_extras: input.extras.map(({ extraId, quantity }) => ({ extra_id: extraId, quantity })),
    p_source: input.source,
    ...(input.promoCode && { p_promo_code: input.promoCode }),
    ...(input.vehicleId && { p_vehicle_id: input.vehicleId }),
    ...(input.categoryId && { p_category_id: input.categoryId }),
    ...(input.customerId && { p_customer_id: input.customerId }),
    ...(customer &&
      !input.customerId && {
        p_customer: {
          first_name: customer.firstName,
          last_name: customer.lastName,
          ...(customer.email && { email: customer.email }),
          ...(customer.phone && { phone: customer.phone }),
          ...(customer.language && { language: customer.language }),
        },
      }),
    ...(input.pickupLocationId && { p_pickup_location_id: input.pickupLocationId }),
    ...(input.expectedTotalRappen !== undefined && { p_expected_total_rappen: input.expectedTotalRappen }),
    ...(input.returnLocationId && { p_return_location_id: input.returnLocationId }),
    ...(input.notes && { p_notes: input.notes }),
    ...(input.account && { p_account: chargeToRpc(input.account) }),
    ...(input.holdHours && { p_hold_hours: input.holdHours }),
    ...(input.equipment.length > 0 && { p_equipment: input.equipment }),
  }
}
