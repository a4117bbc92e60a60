import type { CompanyContext } from '@/lib/core/context'
import { type Page, pageOf, turnOf } from '@/lib/core/cursor'
import { fromPostgres } from '@/lib/core/errors'
import { boundsOf } from '@/lib/reservations/rules'
import type { ReservationFilters } from '@/lib/reservations/schema'
import { allRows } from '@/lib/supabase/all-rows'
import { afterRow, allOf, anyContains, anyOf, isOneOf, searchWords } from '@/lib/supabase/filters'

/** A row of the list of reservations. */
export type ReservationRow = ReturnType<typeof toRow>

/**
 * Reservations, the latest booked first; within a period of time in the order of their pickups.
 * The search looks through numbers, customers and vehicles.
 */
export async function listReservations(
  ctx: CompanyContext,
  filters: ReservationFilters,
  limit = 50,
): Promise<Page<ReservationRow>> {
  const column = filters.period ? 'starts_at' : 'created_at'
  const order = filters.period && filters.period !== 'past' ? 'asc' : 'desc'
  const turn = turnOf(filters, 2)
  const direction = turn?.backwards ? (order === 'asc' ? 'desc' : 'asc') : order
  const ascending = direction === 'asc'
  const conditions = await searchConditions(ctx, filters.q)
  if (turn) conditions.push(afterRow([column, 'id'], turn.from, direction))
  const { data, error } = await selectMatching(ctx, filters, conditions)
    .order(column, { ascending })
    .order('id', { ascending })
    .limit(limit + 1)
  if (error) throw fromPostgres(error)
  const cut = pageOf(data, limit, (row) => [row[column], row.id], turn)
  return { ...cut, rows: cut.rows.map(toRow) }
}

/** Every reservation that matches, for an export. */
export async function listAllReservations(
  ctx: CompanyContext,
  filters: ReservationFilters,
): Promise<ReservationRow[]> {
  const conditions = await searchConditions(ctx, filters.q)
  const rows = await allRows((from, to) =>
    selectMatching(ctx, filters, conditions).order('starts_at').order('id').range(from, to),
  )
  return rows.map(toRow)
}

/** The next reservations of a vehicle or customer that still stand, the soonest first. */
export async function listUpcomingReservations(
  ctx: CompanyContext,
  of: { vehicleId?: string; customerId?: string },
  limit = 10,
): Promise<ReservationRow[]> {
  let query = selectReservations(ctx).in('status', ['pending', 'confirmed', 'converted'])
  if (of.vehicleId) query = query.eq('vehicle_id', of.vehicleId)
  if (of.customerId) query = query.eq('customer_id', of.customerId)
  const { data, error } = await query
    .gte('ends_at', ctx.now().toISOString())
    .order('starts_at')
    .order('id')
    .limit(limit)
  if (error) throw fromPostgres(error)
  return data.map(toRow)
}

function selectMatching(ctx: CompanyContext, filters: ReservationFilters, conditions: string[]) {
  let query = selectReservations(ctx)
  if (filters.status.length > 0) query = query.in('status', filters.status)
  if (filters.customer) query = query.eq('customer_id', filters.customer)
  if (filters.vehicle) query = query.eq('vehicle_id', filters.vehicle)
  const { from, to } = filters.period ? boundsOf(filters.period, ctx.now(), ctx.timeZone) : {}
  if (from) query = query.gte('starts_at', from.toISOString())
  if (to) query = query.lt('starts_at', to.toISOString())
  return conditions.length > 0 ? query.or(allOf(conditions)) : query
}

/** A filter cannot reach over two tables at once, so names and plates are looked up first; thirty of each are enough. */
async function searchConditions(ctx: CompanyContext, text: string): Promise<string[]> {
  const words = searchWords(text)
  if (words.length === 0) return []
  const contains = (columns: string[]) => allOf(words.map((word) => anyContains(columns, word)))
  const [customers, vehicles] = await Promise.all([
    ctx.db
      .from('customers')
      .select('id')
      .eq('company_id', ctx.companyId)
      .or(contains(['name', 'email']))
      .limit(30),
    ctx.db
      .from('vehicles')
      .select('id')
      .eq('company_id', ctx.companyId)
      .or(contains(['plate', 'make', 'model']))
      .limit(30),
  ])
  if (customers.error) throw fromPostgres(customers.error)
  if (vehicles.error) throw fromPostgres(vehicles.error)
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return [
    anyOf([
      anyContains(['number'], words.join('')),
      isOneOf('customer_id', idsOf(customers.data)),
      isOneOf('vehicle_id', idsOf(vehicles.data)),
    ]),
  ]
}

function selectReservations(ctx: CompanyContext) {
  return ctx.db
    .from('reservations')
    .select(
      `id, number, status, source, starts_at, ends_at, created_at, total_rappen, currency,
      customer:customers!reservations_company_id_customer_id_fkey(id, name, blocked_at), vehicle:vehicles!reservations_company_id_vehicle_id_fkey(id, plate, make, model)`,
    )
    .eq('company_id', ctx.companyId)
}

type SelectedReservation = NonNullable<Awaited<ReturnType<typeof selectReservations>>['data']>[number]

function toRow(row: SelectedReservation) {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    source: row.source,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    createdAt: row.created_at,
    totalRappen: row.total_rappen,
    currency: row.currency,
    customer: { id: row.customer.id, name: row.customer.name, isBlocked: row.customer.blocked_at !== null },
    vehicle: row.vehicle,
  }
}
