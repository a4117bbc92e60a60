import { invalidate } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres, type PostgresFailure } from '@/lib/core/errors'
import { rowOf } from '@/lib/pricing/rows'
import type { NewRate, PriceRuleChange, RuleRemoval } from '@/lib/pricing/schema'
import { asSeen, whyNotMet } from '@/lib/supabase/as-seen'

/**
 * Writes a rule of the price list. Reservations keep the rules they were made at.
 * @throws AppError `not_found` · `changed_meanwhile` · `already_exists` · `promo_code_taken` · `season_overlap`
 */
export async function savePriceRule(ctx: CompanyContext, change: PriceRuleChange): Promise<void> {
  const { data, error } = await written(ctx, change)
  if (error?.code === '23P01') throw new AppError('season_overlap', { cause: error })
  if (error?.code === '23505' && change.kind === 'promo_code')
    throw new AppError('promo_code_taken', { status: 409, cause: error })
  if (error) throw fromPostgres(error)
  if (!data?.length) throw await missed(ctx, change)
  await invalidate(ctx.companyId, 'fleet')
}

type Written = { data: unknown[] | null; error: PostgresFailure | null }

async function written(ctx: CompanyContext, change: PriceRuleChange): Promise<Written> {
  const { db, companyId } = ctx
  if (!change.id) {
    const { table, row, fixed } = rowOf(change)
    return db
      .from(table)
      .insert({ ...row, ...fixed, company_id: companyId } as never)
      .select('id')
  }
  const { table, row } = rowOf(change)
  return db
    .from(table)
    .update(row as never)
    .match(asSeen(ctx, { id: change.id, seenAt: change.seenAt }))
    .select('id')
}

async function missed(ctx: CompanyContext, change: PriceRuleChange): Promise<AppError> {
  const { id, seenAt } = change
  return id ? whyNotMet(ctx, rowOf(change).table, { id, seenAt }) : new AppError('not_found')
}

/**
 * Takes a rule out of the price list.
 * @throws AppError `not_found`
 */
export async function removePriceRule(ctx: CompanyContext, { kind, id }: RuleRemoval): Promise<void> {
  const { error } = await ctx.db.rpc('remove_price_rule', { p_kind: kind, p_id: id })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'fleet')
}

/**
 * Gives a category its first price list, or a vehicle prices of its own.
 * @throws AppError `already_exists` when it has one
 */
export async function addRate(ctx: CompanyContext, rate: NewRate): Promise<void> {
  const { error } = await ctx.db.from('rates').insert({
    company_id: ctx.companyId,
    category_id: rate.categoryId,
    vehicle_id: rate.vehicleId ?? null,
    hourly_rappen: rate.hourlyRappen,
    daily_rappen: rate.dailyRappen,
    weekly_rappen: rate.weeklyRappen,
    monthly_rappen: rate.monthlyRappen,
    included_km_per_day: rate.includedKmPerDay,
    extra_km_rappen: rate.extraKmRappen,
  })
  if (error) throw fromPostgres(error)
  await invalidate(ctx.companyId, 'fleet')
}
