import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { toRate } from '@/lib/fleet/queries/vehicle'
import { allRows } from '@/lib/supabase/all-rows'

export type Category = Awaited<ReturnType<typeof listCategories>>[number]
export type Location = Awaited<ReturnType<typeof listLocations>>[number]
export type Extra = Awaited<ReturnType<typeof listExtras>>[number]

/** The company's categories in their order, each with what it says for vehicles that say nothing. */
export async function listCategories(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('vehicle_categories')
    .select(
      'id, updated_at, names, import_name, body_type, minimum_age, security_deposit_rappen, excess_rappen, buffer_minutes, minimum_days, maximum_days, licence_category, minimum_licence_years, offered_later, needs_approval, rates!rates_company_id_category_id_fkey(*)',
    )
    .eq('company_id', ctx.companyId)
    .is('rates.vehicle_id', null)
    .order('position')
    .order('import_name')
  if (error) throw fromPostgres(error)
  return data.map((row) => ({
    id: row.id,
    updatedAt: row.updated_at,
    names: row.names,
    importName: row.import_name,
    bodyType: row.body_type,
    minimumAge: row.minimum_age,
    securityDepositRappen: row.security_deposit_rappen,
    excessRappen: row.excess_rappen,
    bufferMinutes: row.buffer_minutes,
    licenceCategory: row.licence_category,
    minimumLicenceYears: row.minimum_licence_years,
    minimumDays: row.minimum_days,
    maximumDays: row.maximum_days,
    later: laterOf(row.offered_later, row.needs_approval),
    rate: row.rates[0] ? toRate(row.rates[0]) : null,
  }))
}

/** How many vehicles of each category, by its id, have prices of their own; a category without any is left out. */
export async function countOwnRates({ db, companyId }: CompanyContext): Promise<Map<string, number>> {
  const rates = await allRows((from, to) =>
    db
      .from('rates')
      .select('category_id')
      .eq('company_id', companyId)
      .not('vehicle_id', 'is', null)
      .order('id')
      .range(from, to),
  )
  const byCategory = Map.groupBy(rates, ({ category_id }) => category_id)
  return new Map([...byCategory].map(([id, own]) => [id, own.length]))
}

/** The company's branches by name. */
export async function listLocations(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('locations')
    .select('id, name')
    .eq('company_id', ctx.companyId)
    .eq('active', true)
    .order('name')
  if (error) throw fromPostgres(error)
  return data
}

/** The extras on offer and those withdrawn, in their order. */
export async function listExtras(ctx: CompanyContext) {
  const { data, error } = await ctx.db
    .from('extras')
    .select(
      'id, updated_at, code, names, charge, price_rappen, cap_rappen, excess_rappen, max_quantity, stock, offered_later, needs_approval, for_driver, active, position',
    )
    .eq('company_id', ctx.companyId)
    .order('position')
    .order('code')
  if (error) throw fromPostgres(error)
  return data.map(
    ({
      updated_at,
      price_rappen,
      cap_rappen,
      excess_rappen,
      max_quantity,
      offered_later,
      needs_approval,
      for_driver,
      ...extra
    }) => ({
      ...extra,
      later: laterOf(offered_later, needs_approval),
      updatedAt: updated_at,
      priceRappen: price_rappen,
      capRappen: cap_rappen,
      excessRappen: excess_rappen,
      maxQuantity: max_quantity,
      forDriver: for_driver,
    }),
  )
}

function laterOf(isOffered: boolean, needsApproval: boolean): 'no' | 'at_once' | 'on_request' {
  if (!isOffered) return 'no'
  return needsApproval ? 'on_request' : 'at_once'
}
