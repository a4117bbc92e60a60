import { cached } from '@/lib/core/cache'
import type { CompanyContext } from '@/lib/core/context'
import { type Page, pageOf, turnOf } from '@/lib/core/cursor'
import { fromPostgres } from '@/lib/core/errors'
import { type DueItem, DueItems, type MaintenanceFilters } from '@/lib/fleet/maintenance/schema'
import { afterRow } from '@/lib/supabase/filters'

/** One piece of work on a vehicle. */
export type Maintenance = ReturnType<typeof toMaintenance>

const OPEN = ['planned', 'in_progress'] as const

/** Work on all vehicles. What is still to be done comes in the order of time, what is over the latest first. */
export async function listMaintenance(
  ctx: CompanyContext,
  filters: MaintenanceFilters,
  limit = 50,
): Promise<Page<Maintenance>> {
  const turn = turnOf(filters, 2)
  const statuses = filters.status.length > 0 ? filters.status : OPEN
  const isOpen = statuses.every((status) => status === 'planned' || status === 'in_progress')
  const ascending = turn?.backwards ? !isOpen : isOpen
  const query = selectMaintenance(ctx).in('status', statuses)
  const { data, error } = await (turn
    ? query.or(afterRow(['happens_at', 'id'], turn.from, ascending ? 'asc' : 'desc'))
    : query
  )
    .order('happens_at', { ascending })
    .order('id', { ascending })
    .limit(limit + 1)
  if (error) throw fromPostgres(error)
  const page = pageOf(data, limit, (row) => [row.happens_at, row.id], turn)
  return { ...page, rows: page.rows.map(toMaintenance) }
}

/** Work on one vehicle: what is to come or under way first, then what was done, the latest first. */
export async function listMaintenanceOf(
  ctx: CompanyContext,
  vehicleId: string,
  limit = 50,
): Promise<Maintenance[]> {
  const { data, error } = await selectMaintenance(ctx)
    .eq('vehicle_id', vehicleId)
    .order('finished_at', { ascending: false, nullsFirst: true })
    .order('starts_at')
    .limit(limit)
  if (error) throw fromPostgres(error)
  return data.map(toMaintenance)
}

/** What is due soon or overdue, the most urgent first: of the whole fleet or of one vehicle. */
export async function listDueItems(ctx: CompanyContext, vehicleId?: string): Promise<DueItem[]> {
  const { data, error } = await ctx.db.rpc('list_due_items', vehicleId ? { p_vehicle_id: vehicleId } : {})
  if (error) throw fromPostgres(error)
  return DueItems.parse(data)
}

/** What is due soon or overdue on the whole fleet, for screens that show it by the way: a minute old at most, nothing for those who may not see the fleet. */
export async function listDueSoon(ctx: CompanyContext): Promise<DueItem[]> {
  if (!ctx.can('fleet.see')) return []
  return cached({ companyId: ctx.companyId, key: 'fleet.due-soon', areas: ['fleet'], seconds: 60 }, () =>
    listDueItems(ctx),
  )
}

function selectMaintenance(ctx: CompanyContext) {
  return ctx.db
    .from('maintenance')
    .select('*, vehicle:vehicles!maintenance_company_id_vehicle_id_fkey(id, plate, make, model, odometer_km)')
    .eq('company_id', ctx.companyId)
}

type Selected = NonNullable<Awaited<ReturnType<typeof selectMaintenance>>['data']>[number]

function toMaintenance({ vehicle: { odometer_km, ...vehicle }, ...row }: Selected) {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    dueKm: row.due_km,
    workshop: row.workshop,
    note: row.note,
    costRappen: row.cost_rappen,
    odometerKm: row.odometer_km,
    finishedAt: row.finished_at,
    updatedAt: row.updated_at,
    vehicle: { ...vehicle, odometerKm: odometer_km },
  }
}
