import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import type { DamagePriceChange } from '@/lib/damages/schema'
import { STARTER_PRICES } from '@/lib/damages/starter-prices'
import { DAMAGE_KINDS, type DAMAGE_VIEWS } from '@/lib/handover/schema'
import { asSeen, whyNotMet } from '@/lib/supabase/as-seen'

export type DamagePrice = Awaited<ReturnType<typeof listDamagePrices>>[number]

/** What damage usually costs: prices for the whole vehicle first, then those of single parts. */
export async function listDamagePrices(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('damage_prices')
    .select('id, kind, view, minor_rappen, medium_rappen, major_rappen, updated_at')
    .eq('company_id', ctx.companyId)
    .order('view', { nullsFirst: true })
  if (error) throw fromPostgres(error)
  // In the order of the phone's choices.
  const byKind = DAMAGE_KINDS.flatMap((kind) => data.filter((row) => row.kind === kind))
  return byKind.map((row) => ({
    id: row.id,
    kind: row.kind as (typeof DAMAGE_KINDS)[number],
    view: row.view as (typeof DAMAGE_VIEWS)[number] | null,
    minorRappen: row.minor_rappen,
    mediumRappen: row.medium_rappen,
    majorRappen: row.major_rappen,
    updatedAt: row.updated_at,
  }))
}

/**
 * Puts a price on the list or changes it; marks keep what they were estimated at.
 * @throws AppError `already_exists` for a kind and part that have one · `changed_meanwhile` · `not_found` · `forbidden`
 */
export async function saveDamagePrice(ctx: CompanyContext, change: DamagePriceChange): Promise<void> {
  const row = {
    kind: change.kind,
    view: change.view,
    minor_rappen: change.minorRappen,
    medium_rappen: change.mediumRappen,
    major_rappen: change.majorRappen,
  }
  if (!change.id) {
    const { error } = await ctx.db.from('damage_prices').insert({ ...row, company_id: ctx.companyId })
    if (error) throw fromPostgres(error)
    return
  }
  const seen = { id: change.id, seenAt: change.seenAt }
  const { data, error } = await ctx.db.from('damage_prices').update(row).match(asSeen(ctx, seen)).select('id')
  if (error) throw fromPostgres(error)
  if (data.length === 0) throw await whyNotMet(ctx, 'damage_prices', seen)
}

/**
 * Takes a price off the list.
 * @throws AppError `not_found`
 */
export async function removeDamagePrice(ctx: CompanyContext, { id }: { id: string }): Promise<void> {
  const { error } = await ctx.db.rpc('remove_damage_price', { p_damage_price_id: id })
  if (error) throw fromPostgres(error)
}

/**
 * Fills an empty list with usual prices.
 * @throws AppError `already_exists` when somebody began a list meanwhile
 */
export async function adoptStarterPrices(ctx: CompanyContext): Promise<void> {
  if ((await listDamagePrices(ctx)).length > 0) throw new AppError('already_exists')
  const rows = STARTER_PRICES.map(({ kind, view, rappen: [minor, medium, major] }) => ({
    company_id: ctx.companyId,
    kind,
    view,
    minor_rappen: minor,
    medium_rappen: medium,
    major_rappen: major,
  }))
  const { error } = await ctx.db.from('damage_prices').insert(rows)
  if (error) throw fromPostgres(error)
}
