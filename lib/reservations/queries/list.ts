import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import type { Page } from '@/lib/core/cursor'
import { fromPostgres } from '@/lib/core/errors'
import { RESERVATION_SOURCES } from '@/lib/core/reservation-sources'
import { boundsOf } from '@/lib/reservations/rules'
import { RESERVATION_STATUSES, type ReservationFilters } from '@/lib/reservations/schema'
import { arrayLiteral } from '@/lib/supabase/filters'
import { type List, readPage } from '@/lib/supabase/lists'

const Row = z
  .object({
    id: z.string(),
    number: z.string(),
    status: z.enum(RESERVATION_STATUSES),
    source: z.enum(RESERVATION_SOURCES),
    starts_at: z.string(),
    ends_at: z.string(),
    created_at: z.string(),
    total_rappen: z.number(),
    currency: z.string(),
    tags: z.array(z.string()),
    customer_id: z.string(),
    customer_name: z.string(),
    customer_is_blocked: z.boolean(),
    vehicle_id: z.string(),
    plate: z.string(),
    make: z.string(),
    model: z.string(),
    category_names: z.record(z.string(), z.string()),
    pickup_location_name: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    source: row.source,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    createdAt: row.created_at,
    totalRappen: row.total_rappen,
    currency: row.currency,
    tags: row.tags,
    customer: { id: row.customer_id, name: row.customer_name, isBlocked: row.customer_is_blocked },
    vehicle: { id: row.vehicle_id, plate: row.plate, make: row.make, model: row.model },
    categoryNames: row.category_names,
    pickupLocation: row.pickup_location_name,
  }))

/** A row of the list of reservations. */
export type ReservationRow = z.output<typeof Row>

const COLUMNS = [
  ...(['number', 'status', 'customer', 'vehicle', 'period', 'total'] as const),
  ...(['category', 'location', 'source', 'tags', 'booked'] as const),
] as const
export type ReservationColumn = (typeof COLUMNS)[number]

/** Reservations, the latest booked first; within a period of time in the order of their pickups. */
export const reservationList: List<ReservationFilters, ReservationRow, ReservationColumn> = {
  name: 'reservations',
  columns: COLUMNS,
  shown: ['number', 'status', 'customer', 'vehicle', 'period', 'tags', 'total'],
  sorts: {
    number: 'number',
    status: 'status',
    customer: 'customer_name',
    vehicle: 'plate',
    period: 'starts_at',
    location: 'pickup_location_name',
    source: 'source',
    booked: 'created_at',
    total: 'total_rappen',
  },
  usualOrder: ({ period }) => (!period ? '-booked' : period === 'past' ? '-period' : 'period'),
  row: Row,
  select: (ctx, filters) => selectMatching(ctx, filters),
}

export function listReservations(
  ctx: CompanyContext,
  filters: ReservationFilters,
  limit?: number,
): Promise<Page<ReservationRow>> {
  return readPage(reservationList, ctx, filters, limit)
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
  const rows = data.map((row) => Row.parse(row))
  const over = await broughtBack(
    ctx,
    rows.flatMap(({ id, status }) => (status === 'converted' ? id : [])),
  )
  return rows.filter(({ id }) => !over.has(id))
}

/** Of these reservations those whose vehicle is back already, before the agreed end. */
async function broughtBack({ db, companyId }: CompanyContext, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { data, error } = await db
    .from('contracts')
    .select('reservation_id')
    .eq('company_id', companyId)
    .in('reservation_id', ids)
    .not('returned_at', 'is', null)
  if (error) throw fromPostgres(error)
  return new Set(data.flatMap(({ reservation_id }) => reservation_id ?? []))
}

function selectMatching(ctx: CompanyContext, filters: ReservationFilters) {
  let query = selectReservations(ctx)
  if (filters.id.length > 0) query = query.in('id', filters.id)
  if (filters.status.length > 0) query = query.in('status', filters.status)
  if (filters.source.length > 0) query = query.in('source', filters.source)
  if (filters.category.length > 0) query = query.in('category_id', filters.category)
  if (filters.location.length > 0) query = query.in('pickup_location_id', filters.location)
  if (filters.tag.length > 0) query = query.overlaps('tags', arrayLiteral(filters.tag))
  if (filters.customer) query = query.eq('customer_id', filters.customer)
  if (filters.vehicle) query = query.eq('vehicle_id', filters.vehicle)
  const { from, to } = filters.period ? boundsOf(filters.period, ctx.now(), ctx.timeZone) : {}
  if (from) query = query.gte('starts_at', from.toISOString())
  if (to) query = query.lt('starts_at', to.toISOString())
  return query
}

function selectReservations(ctx: CompanyContext) {
  return ctx.db.from('reservation_list').select('*').eq('company_id', ctx.companyId)
}
