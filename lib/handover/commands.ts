import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { DamageMark, DamageRef, PhotoRef, PickupEnd, Readings, ReturnEnd } from '@/lib/handover/schema'
import { storeSignatures } from '@/lib/handover/signatures'

const Begun = z
  .object({ handover_id: z.uuid(), contract_id: z.uuid() })
  .transform(({ handover_id, contract_id }) => ({ handoverId: handover_id, contractId: contract_id }))
type Begun = z.output<typeof Begun>

/** From where somebody signs: part of what a signature proves. */
export type SigningDevice = { ip: string | null; userAgent: string | null }

/**
 * Opens the pickup of a reservation and makes its contract. Safe to repeat.
 * @throws AppError `not_found` · `invalid_transition` · `customer_blocked`
 */
export async function startPickup(
  ctx: CompanyContext,
  { reservationId }: { reservationId: string },
): Promise<Begun> {
  const { data, error } = await ctx.db.rpc('start_pickup', { p_reservation_id: reservationId })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations', 'contracts')
  return Begun.parse(data)
}

/**
 * Opens the return of an active contract. Safe to repeat.
 * @throws AppError `not_found` · `invalid_transition`
 */
export async function startReturn(
  ctx: CompanyContext,
  { contractId }: { contractId: string },
): Promise<Begun> {
  const { data, error } = await ctx.db.rpc('start_return', { p_contract_id: contractId })
  if (error) throw fromPostgres(error)
  return Begun.parse(data)
}

/** Puts a mark on the vehicle, or corrects it when its id is known already. */
export async function markDamage(ctx: CompanyContext, mark: DamageMark): Promise<void> {
  const { error } = await ctx.db.rpc('mark_damage', {
    p_handover_id: mark.handoverId,
    p_id: mark.id,
    p_view: mark.view,
    p_x: Number(mark.x.toFixed(4)),
    p_y: Number(mark.y.toFixed(4)),
    p_kind: mark.kind,
    p_severity: mark.severity,
    p_note: mark.note || undefined,
    p_charge_rappen: mark.chargeRappen,
  })
  if (error) throw fromPostgres(error)
}

/** Takes back a mark of this handover. */
export async function removeDamage(ctx: CompanyContext, { handoverId, id }: DamageRef): Promise<void> {
  const { error } = await ctx.db.rpc('remove_damage', { p_handover_id: handoverId, p_id: id })
  if (error) throw fromPostgres(error)
}

/** Takes a photo out of an open handover; the stored file stays, it was evidence for a moment. */
export async function removePhoto(ctx: CompanyContext, { handoverId, photoId }: PhotoRef): Promise<void> {
  const { error } = await ctx.db.rpc('remove_handover_photo', { p_handover_id: handoverId, p_id: photoId })
  if (error) throw fromPostgres(error)
}

/**
 * Ends a pickup: the contract becomes active, its PDF and mail are queued, the deposit is asked for. Safe to repeat.
 * @throws AppError `licence_expired` · `driver_too_young` · `odometer_backwards` · `card_missing` · `signature_missing`
 */
export async function completePickup(
  ctx: CompanyContext,
  input: PickupEnd,
  device: SigningDevice,
): Promise<{ contractId: string }> {
  const { driver } = input
  const { data, error } = await ctx.db.rpc('complete_pickup', {
    p_handover_id: input.handoverId,
    p_readings: toReadings(input.readings),
    p_driver: {
      first_name: driver.firstName,
      last_name: driver.lastName,
      birth_date: driver.birthDate,
      licence_number: driver.licenceNumber,
      licence_categories: driver.licenceCategories,
      licence_expires_on: driver.licenceExpiresOn,
      licence_codes: driver.licenceCodes,
      ...(driver.id && { id: driver.id }),
    },
    p_signatures: await storeSignatures(ctx, input.signatures),
    p_deposit_method: input.depositMethod ?? undefined,
    ...toDevice(device),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations', 'contracts', 'fleet')
  ctx.log.info({ event: 'handover.pickup_completed', handoverId: input.handoverId })
  return { contractId: data }
}

/**
 * Ends a return: readings, signatures and the settlement's lines are kept, the vehicle goes to the wash. Safe to repeat.
 * @throws AppError `odometer_backwards` · `signature_missing`
 */
export async function completeReturn(
  ctx: CompanyContext,
  input: ReturnEnd,
  device: SigningDevice,
): Promise<{ contractId: string }> {
  const { data, error } = await ctx.db.rpc('complete_return', {
    p_handover_id: input.handoverId,
    p_readings: toReadings(input.readings),
    p_signatures: await storeSignatures(ctx, input.signatures),
    ...toDevice(device),
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'contracts', 'fleet', 'reservations')
  ctx.log.info({ event: 'handover.return_completed', handoverId: input.handoverId })
  return { contractId: data }
}

function toReadings({ odometerKm, fuelPercent, clean, notes }: Readings) {
  return { odometer_km: odometerKm, fuel_percent: fuelPercent, clean, ...(notes && { notes }) }
}

function toDevice({ ip, userAgent }: SigningDevice) {
  return { p_ip: ip ?? undefined, p_user_agent: userAgent ?? undefined }
}
