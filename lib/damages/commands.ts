import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres, type PostgresFailure } from '@/lib/core/errors'
import { writtenInstant } from '@/lib/core/written-time'
import type {
  DamageCharge,
  DamageClaim,
  DamageClosing,
  DamageEstimate,
  DamageRepair,
  NewDamageCase,
} from '@/lib/damages/schema'

/**
 * Makes a case of known marks.
 * @throws AppError `damage_marks_missing` when one of them is in a case or repaired by now · `not_found`
 */
export async function openDamageCase(ctx: CompanyContext, input: NewDamageCase): Promise<{ id: string }> {
  const { data, error } = await ctx.db.rpc('open_damage_case', {
    p_vehicle_id: input.vehicleId,
    p_damage_ids: input.damageIds,
    ...(input.estimateRappen !== null && { p_estimate_rappen: input.estimateRappen }),
    ...(input.note && { p_note: input.note }),
  })
  if (error) throw fromPostgres(error)
  return { id: data }
}

/**
 * What it costs, and what the customer pays of it at most; more than the excess they signed needs a reason.
 * @throws AppError `damage_case_closed` · `charge_exceeds_excess` · `reason_missing` · `not_found`
 */
export function estimateDamage(ctx: CompanyContext, input: DamageEstimate): Promise<void> {
  return done(
    ctx.db.rpc('estimate_damage', {
      p_damage_case_id: input.id,
      p_estimate_rappen: input.estimateRappen,
      ...(input.excessRappen !== null && { p_excess_rappen: input.excessRappen }),
      ...(input.note && { p_note: input.note }),
      ...(input.excessReason && { p_excess_reason: input.excessReason }),
    }),
  )
}

/**
 * Puts a line on the bill of the rental; once that is invoiced, writes the draft of another invoice.
 * @throws AppError `contract_not_returned` · `damage_without_customer` · `charge_exceeds_excess` · `damage_case_closed`
 */
export async function chargeDamage(ctx: CompanyContext, input: DamageCharge): Promise<void> {
  await done(
    ctx.db.rpc('charge_damage', {
      p_damage_case_id: input.id,
      p_amount_rappen: input.amountRappen,
      p_idempotency_key: input.requestId,
    }),
  )
  await invalidate(ctx.companyId, 'contracts')
}

/**
 * Reports it to an insurer, or enters the claim's number later.
 * @throws AppError `damage_case_closed` · `not_found`
 */
export function claimDamage(ctx: CompanyContext, input: DamageClaim): Promise<void> {
  return done(
    ctx.db.rpc('claim_damage', {
      p_damage_case_id: input.id,
      p_insurer: input.insurer,
      ...(input.claimNumber && { p_claim_number: input.claimNumber }),
    }),
  )
}

/**
 * Plans the repair; the vehicle is not let meanwhile.
 * @throws AppError `vehicle_occupied` with `conflicts` · `repair_planned` · `damage_case_closed` · `invalid_period` · `period_in_past`
 */
export async function repairDamage(ctx: CompanyContext, input: DamageRepair): Promise<void> {
  await done(
    ctx.db.rpc('repair_damage', {
      p_damage_case_id: input.id,
      p_starts_at: writtenInstant(ctx, input.startsAt),
      p_ends_at: writtenInstant(ctx, input.endsAt),
      ...(input.workshop && { p_workshop: input.workshop }),
      ...(input.note && { p_note: input.note }),
    }),
  )
  await invalidate(ctx.companyId, 'fleet', 'reservations')
}

/**
 * Ends a case; marks that were not repaired stay known.
 * @throws AppError `invalid_transition` while a repair is planned · `not_found`
 */
export function closeDamageCase(ctx: CompanyContext, input: DamageClosing): Promise<void> {
  return done(
    ctx.db.rpc('close_damage_case', {
      p_damage_case_id: input.id,
      ...(input.note && { p_note: input.note }),
    }),
  )
}

async function done(asked: PromiseLike<{ error: PostgresFailure | null }>): Promise<void> {
  const { error } = await asked
  if (error) throw fromPostgres(error)
}
