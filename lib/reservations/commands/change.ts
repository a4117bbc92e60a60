import { z } from 'zod'
import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import {
  ChangePlan,
  type ChangeRequest,
  type Commit,
  type SwapRequest,
  type WishedChange,
} from '@/lib/reservations/changes'

const Answer = z.object({ changes: z.array(ChangePlan) })

/**
 * What a change would mean: price, conflicts, messages, money. Nothing is changed.
 * @throws AppError `not_found` · `invalid_period` · `invalid_extra` · `changed_meanwhile` · `rental_has_begun`
 */
export async function planChange(ctx: CompanyContext, request: ChangeRequest): Promise<ChangePlan[]> {
  const { data, error } = await ctx.db.rpc('change_reservation', {
    ...(await toRpc(ctx, request)),
    p_dry_run: true,
  })
  if (error) throw fromPostgres(error)
  return Answer.parse(data).changes
}

/**
 * Changes a reservation or a running rental, priced anew. Safe to repeat with the same key.
 * @throws AppError as planChange, and `not_available` with the conflicts, `not_sealed_yet`, `exchange_open`, `driver_unfit`
 */
export async function changeReservation(
  ctx: CompanyContext,
  request: ChangeRequest,
  { notify, idempotencyKey }: Commit,
): Promise<ChangePlan[]> {
  const { data, error } = await ctx.db.rpc('change_reservation', {
    ...(await toRpc(ctx, request)),
    p_notify: notify,
    p_idempotency_key: idempotencyKey,
  })
  if (error) throw fromPostgres(error)
  return afterwards(ctx, data)
}

/**
 * Two reservations change vehicles, or with `isDryRun` what that would mean.
 * @throws AppError as changeReservation
 */
export async function swapReservations(
  ctx: CompanyContext,
  { numbers, versions }: SwapRequest,
  commit: Commit | null,
): Promise<ChangePlan[]> {
  const [one, other] = await Promise.all(numbers.map((number) => idOf(ctx, number)))
  const { data, error } = await ctx.db.rpc('swap_reservations', {
    p_reservation_id: one ?? '',
    p_other_id: other ?? '',
    p_versions: versions,
    p_dry_run: commit === null,
    ...(commit && { p_notify: commit.notify, p_idempotency_key: commit.idempotencyKey }),
  })
  if (error) throw fromPostgres(error)
  return commit ? afterwards(ctx, data) : Answer.parse(data).changes
}

/**
 * Puts a change back within ten minutes; its mail is never sent.
 * @throws AppError `undo_expired` · `undo_impossible` · `addendum_signed` · `exchange_recorded` · `changed_meanwhile` · `not_available` · `not_found`
 */
export async function undoChange(ctx: CompanyContext, { changeId }: { changeId: string }): Promise<void> {
  const { error } = await ctx.db.rpc('undo_change', { p_change_id: changeId })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'reservations', 'contracts', 'fleet')
  ctx.log.info({ event: 'reservation.change_undone', changeId })
}

async function afterwards(ctx: CompanyContext, data: unknown): Promise<ChangePlan[]> {
  const { changes } = Answer.parse(data)
  await invalidate(ctx.companyId, 'reservations', 'contracts', 'fleet')
  ctx.log.info({ event: 'reservation.changed', changeIds: changes.map(({ changeId }) => changeId) })
  return changes
}

async function toRpc(ctx: CompanyContext, { number, version, change }: ChangeRequest) {
  return {
    p_reservation_id: await idOf(ctx, number),
    p_change: wishOf(change),
    ...(version !== undefined && { p_expected_version: version }),
  }
}

/** The timeline knows records by their number. */
async function idOf(ctx: CompanyContext, number: string): Promise<string> {
  const { data, error } = await ctx.db
    .from('reservations')
    .select('id')
    .eq('company_id', ctx.companyId)
    .eq('number', number)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  return data.id
}

function wishOf({ extras, ...change }: WishedChange) {
  return {
    ...(change.startsAt && { starts_at: change.startsAt }),
    ...(change.endsAt && { ends_at: change.endsAt }),
    ...(change.vehicleId && { vehicle_id: change.vehicleId }),
    ...(change.pickupLocationId && { pickup_location_id: change.pickupLocationId }),
    ...(change.returnLocationId && { return_location_id: change.returnLocationId }),
    ...(change.keepPrice && { keep_price: true }),
    ...(change.refund && { refund: true }),
    ...(change.equipment && { equipment: change.equipment }),
    ...(extras && { extras: extras.map(({ extraId, quantity }) => ({ extra_id: extraId, quantity })) }),
  }
}
