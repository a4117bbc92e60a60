import {
  depositNames,
  driverNames,
  handoverNames,
  locationNames,
  maintenanceNames,
  type Named,
  paymentNames,
} from '@/lib/activity/part-names'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { labelOf } from '@/lib/core/labels'

type Reference = { table: string; recordId: string }

/** What records are called and where they are shown, by id. */
export type RecordNames = Map<string, { name: string; href: string | null }>

/** Looks up what the records of some entries are called; one question a table, whatever the number of entries. */
export async function nameRecords(ctx: CompanyContext, references: Reference[]): Promise<RecordNames> {
  const byTable = Map.groupBy(references, ({ table }) => table)
  const idsOf = (table: string) => [...new Set((byTable.get(table) ?? []).map(({ recordId }) => recordId))]
  const found = await Promise.all([
    vehicles(ctx, idsOf('vehicles')),
    customers(ctx, idsOf('customers')),
    numbered(ctx, 'reservations', idsOf('reservations')),
    numbered(ctx, 'contracts', idsOf('contracts')),
    numbered(ctx, 'invoices', idsOf('invoices')),
    numbered(ctx, 'damage_cases', idsOf('damage_cases')),
    named(ctx, 'vehicle_categories', idsOf('vehicle_categories')),
    named(ctx, 'extras', idsOf('extras')),
    people(ctx, idsOf('memberships')),
    paymentNames(ctx, idsOf('payments')),
    depositNames(ctx, idsOf('deposits')),
    handoverNames(ctx, idsOf('handovers')),
    maintenanceNames(ctx, idsOf('maintenance')),
    driverNames(ctx, idsOf('drivers')),
    locationNames(ctx, idsOf('locations')),
  ])
  return new Map(found.flat())
}

async function vehicles(ctx: CompanyContext, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const { data, error } = await ctx.db
    .from('vehicles')
    .select('id, plate')
    .eq('company_id', ctx.companyId)
    .in('id', ids)
  if (error) throw fromPostgres(error)
  return data.map(({ id, plate }) => [id, { name: plate, href: `/dashboard/fleet/${id}` }])
}

async function customers(ctx: CompanyContext, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const { data, error } = await ctx.db
    .from('customers')
    .select('id, name')
    .eq('company_id', ctx.companyId)
    .in('id', ids)
  if (error) throw fromPostgres(error)
  return data.map(({ id, name }) => [id, { name, href: `/dashboard/customers/${id}` }])
}

async function numbered(
  ctx: CompanyContext,
  table: 'reservations' | 'contracts' | 'invoices' | 'damage_cases',
  ids: string[],
): Promise<Named[]> {
  if (ids.length === 0) return []
  const { data, error } = await ctx.db
    .from(table)
    .select('id, number')
    .eq('company_id', ctx.companyId)
    .in('id', ids)
  if (error) throw fromPostgres(error)
  // A draft of an invoice has no number yet.
  return data.flatMap(({ id, number }): Named[] =>
    number === null ? [] : [[id, { name: number, href: `/dashboard/${PLACES[table] ?? table}/${id}` }]],
  )
}

/** Where records are shown whose page is not named after their table. */
const PLACES: Record<string, string> = { damage_cases: 'fleet/damages' }

async function named(
  ctx: CompanyContext,
  table: 'vehicle_categories' | 'extras',
  ids: string[],
): Promise<Named[]> {
  if (ids.length === 0) return []
  const { data, error } = await ctx.db
    .from(table)
    .select('id, names')
    .eq('company_id', ctx.companyId)
    .in('id', ids)
  if (error) throw fromPostgres(error)
  return data.map(({ id, names }) => [id, { name: labelOf(names, ctx.locale), href: '/dashboard/pricing' }])
}

/** People by their user id; the trail names memberships and actors by it. */
export async function people(ctx: CompanyContext, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const { data, error } = await ctx.db.from('profiles').select('user_id, full_name').in('user_id', ids)
  if (error) throw fromPostgres(error)
  return data.map(({ user_id, full_name }) => [user_id, { name: full_name, href: null }])
}
