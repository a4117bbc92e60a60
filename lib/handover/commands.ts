import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { translatorFor } from '@/lib/core/i18n/messages'
import { addPhoto } from '@/lib/handover/photos/add'
import type {
  DamageMark,
  Driver,
  PickupEnd,
  Readings,
  ReturnEnd,
  Step,
  StepWork,
} from '@/lib/handover/schema'
import { storeSignatures } from '@/lib/handover/signatures'
import { isStepTaken, type StepRecord, toStepRecord } from '@/lib/handover/step-record'
import type { Json } from '@/lib/supabase/types'

const Begun = z
  .object({ handover_id: z.uuid() })
  .transform(({ handover_id }) => ({ handoverId: handover_id }))

/** From where somebody signs: part of what a signature proves. */
export type SigningDevice = { ip: string | null; userAgent: string | null }

/**
 * Does one step of a handover, once however often it is sent, and answers which record it belongs to; null for what is done before there is one.
 * @throws AppError `not_signed_in` for a step of somebody else · `handover_completed` · `exchange_open` · `contract_cancelled` · `vehicle_changed` · `vehicle_still_out` · `photo_invalid` · `upload_missing` ·
 * `licence_expired` · `driver_too_young` · `driver_unfit` · `total_changed` · `odometer_backwards` · `card_missing` · `reason_missing` · `signature_missing` · `not_found`
 */
export async function performStep(
  ctx: CompanyContext,
  step: Step,
  device: SigningDevice,
): Promise<{ handoverId: string | null }> {
  if (ctx.actor.kind !== 'user' || step.owner !== `${ctx.companyId}:${ctx.actor.id}`)
    throw new AppError('not_signed_in')
  const record = toStepRecord(step)
  const { work } = step
  if (work.kind === 'begin') return startPickup(ctx, work.reservationId, record)
  if (work.kind === 'begin_return') return startReturn(ctx, work.contractId, record)
  if (work.kind === 'announce') {
    await announceArrival(ctx, work)
    return { handoverId: null }
  }
  const { handoverId } = step
  if (!handoverId) throw new AppError('invalid_input', { details: { rule: 'handoverId' } })
  if (work.kind === 'add_photo') await addPhoto(ctx, handoverId, work, record)
  else if (!(await isStepTaken(ctx, step.id))) await doStep(ctx, handoverId, work, record, device)
  return { handoverId }
}

async function doStep(
  ctx: CompanyContext,
  handoverId: string,
  work: Exclude<StepWork, { kind: 'add_photo' | 'begin' | 'begin_return' | 'announce' }>,
  record: StepRecord,
  device: SigningDevice,
): Promise<void> {
  switch (work.kind) {
    case 'remove_photo':
      return call(
        ctx.db.rpc('remove_handover_photo', {
          p_handover_id: handoverId,
          p_id: work.photoId,
          p_step: record,
        }),
      )
    case 'mark_damage':
      return markDamage(ctx, handoverId, work.mark, record)
    case 'remove_damage':
      return call(
        ctx.db.rpc('remove_damage', { p_handover_id: handoverId, p_id: work.damageId, p_step: record }),
      )
    case 'add_driver':
      return call(
        ctx.db.rpc('add_handover_driver', {
          p_handover_id: handoverId,
          p_id: work.driverId,
          p_driver: toDriver(work.driver),
          p_step: record,
        }),
      )
    case 'remove_driver':
      return call(
        ctx.db.rpc('remove_handover_driver', {
          p_handover_id: handoverId,
          p_id: work.driverId,
          p_step: record,
        }),
      )
    case 'complete_pickup':
      return completePickup(ctx, handoverId, work.end, record, device)
    case 'complete_return':
      return completeReturn(ctx, handoverId, 'complete_return', work.end, record, device)
    case 'complete_exchange':
      return completeReturn(ctx, handoverId, 'complete_exchange', work.end, record, device)
  }
}

async function call(asked: PromiseLike<{ error: Parameters<typeof fromPostgres>[0] | null }>): Promise<void> {
  const { error } = await asked
  if (error) throw fromPostgres(error)
}

async function startPickup(ctx: CompanyContext, reservationId: string, record: StepRecord) {
  const { data, error } = await ctx.db.rpc('start_pickup', {
    p_reservation_id: reservationId,
    p_step: record,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations', 'contracts')
  return Begun.parse(data)
}

async function startReturn(ctx: CompanyContext, contractId: string, record: StepRecord) {
  const { data, error } = await ctx.db.rpc('start_return', { p_contract_id: contractId, p_step: record })
  if (error) throw fromPostgres(error)
  return Begun.parse(data)
}

/** Tells the customer that staff are on their way, where that is still true. */
function announceArrival(
  ctx: CompanyContext,
  { reservationId, handover, arrivesAt }: Extract<StepWork, { kind: 'announce' }>,
): Promise<void> {
  return call(
    ctx.db.rpc('announce_arrival', {
      p_reservation_id: reservationId,
      p_handover: handover,
      p_arrives_at: arrivesAt,
    }),
  )
}

/** Puts a mark on the vehicle, or corrects it when its id is known already. */
function markDamage(
  ctx: CompanyContext,
  handoverId: string,
  mark: DamageMark,
  record: StepRecord,
): Promise<void> {
  return call(
    ctx.db.rpc('mark_damage', {
      p_handover_id: handoverId,
      p_id: mark.id,
      p_view: mark.view,
      p_x: Number(mark.x.toFixed(4)),
      p_y: Number(mark.y.toFixed(4)),
      p_kind: mark.kind,
      p_severity: mark.severity,
      p_note: mark.note || undefined,
      p_charge_rappen: mark.chargeRappen,
      p_list_rappen: mark.listRappen ?? undefined,
      p_charge_reason: mark.chargeReason || undefined,
      ...(mark.photo && {
        p_photo_id: mark.photo.id,
        p_photo_x: Number(mark.photo.x.toFixed(4)),
        p_photo_y: Number(mark.photo.y.toFixed(4)),
      }),
      p_step: record,
    }),
  )
}

/** Ends a pickup: the contract becomes active, its PDF and mail are queued, the deposit is asked for. */
async function completePickup(
  ctx: CompanyContext,
  handoverId: string,
  { driver, totalRappen, language, readings, signatures, depositMethod, depositWaivedReason }: PickupEnd,
  record: StepRecord,
  device: SigningDevice,
): Promise<void> {
  await call(
    ctx.db.rpc('complete_pickup', {
      p_handover_id: handoverId,
      p_readings: toReadings(readings, record),
      p_driver: toDriver(driver),
      p_total_rappen: totalRappen,
      p_language: language,
      p_signatures: await storeSignatures(ctx, signatures, record.device_at),
      p_deposit_method: depositMethod ?? undefined,
      p_deposit_waived_reason:
        depositMethod === null
          ? (depositWaivedReason ?? (await translatorFor(ctx.locale, 'handover.deposit'))('reasonNotAsked'))
          : undefined,
      ...toDevice(device),
      p_step: record,
    }),
  )
  await invalidate(ctx.companyId, 'reservations', 'contracts', 'fleet')
  ctx.log.info({ event: 'handover.pickup_completed', handoverId })
}

/** Ends a return: readings, signatures and the settlement's lines are kept, the vehicle goes to the wash. Or the record of an exchanged vehicle. */
async function completeReturn(
  ctx: CompanyContext,
  handoverId: string,
  ending: 'complete_return' | 'complete_exchange',
  { readings, signatures }: ReturnEnd,
  record: StepRecord,
  device: SigningDevice,
): Promise<void> {
  await call(
    ctx.db.rpc(ending, {
      p_handover_id: handoverId,
      p_readings: toReadings(readings, record),
      p_signatures: await storeSignatures(ctx, signatures, record.device_at),
      ...toDevice(device),
      p_step: record,
    }),
  )
  await invalidate(ctx.companyId, 'contracts', 'fleet', 'reservations')
  ctx.log.info({
    event: ending === 'complete_return' ? 'handover.return_completed' : 'handover.exchange_completed',
    handoverId,
  })
}

function toDriver(driver: Driver): Json {
  return {
    first_name: driver.firstName,
    last_name: driver.lastName,
    birth_date: driver.birthDate,
    licence_number: driver.licenceNumber,
    licence_categories: driver.licenceCategories,
    licence_expires_on: driver.licenceExpiresOn,
    licence_codes: driver.licenceCodes,
    ...(driver.id && { id: driver.id }),
  }
}

function toReadings(
  { odometerKm, fuelPercent, clean, notes, checklist }: Readings,
  { device_at }: StepRecord,
): Json {
  return {
    odometer_km: odometerKm,
    fuel_percent: fuelPercent,
    clean,
    device_at,
    ...(notes && { notes }),
    ...(checklist && {
      checklist: {
        keys: checklist.keys,
        accessories: checklist.accessories,
        not_handed_over: checklist.notHandedOver,
        marks_acknowledged: checklist.marksAcknowledged,
        customer_absent: checklist.customerAbsent,
      },
    }),
  }
}

function toDevice({ ip, userAgent }: SigningDevice) {
  return { p_ip: ip ?? undefined, p_user_agent: userAgent ?? undefined }
}
