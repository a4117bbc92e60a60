import type { CompanyContext } from '@/lib/core/context'
import { startOfLocalDay } from '@/lib/core/dates'
import { fromPostgres } from '@/lib/core/errors'
import type { Task } from '@/lib/dashboard/schema'

/** More than a day can hold; what is beyond stands in the lists. */
const MOST = 200

/**
 * What must happen today, in the order of time: pickups, returns, washes, payments. What should have happened on an
 * earlier day comes first.
 */
export async function listTasks(ctx: CompanyContext): Promise<Task[]> {
  const now = ctx.now()
  const tomorrow = startOfLocalDay(now, ctx.timeZone, 1).toISOString()
  const found = await Promise.all([
    pickups(ctx, now, tomorrow),
    returns(ctx, now, tomorrow),
    washes(ctx, now, tomorrow),
    unpaid(ctx, now),
  ])
  return found.flat().toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.id.localeCompare(b.id))
}

async function pickups(ctx: CompanyContext, now: Date, tomorrow: string): Promise<Task[]> {
  const { data, error } = await ctx.db
    .from('reservations')
    .select(
      `id, number, status, starts_at, customer:customers!reservations_company_id_customer_id_fkey(name),
      vehicle:vehicles!reservations_company_id_vehicle_id_fkey(id, plate, make, model, status),
      pickup:locations!reservations_company_id_pickup_location_id_fkey(name), contracts!contracts_company_id_reservation_id_fkey(status)`,
    )
    .eq('company_id', ctx.companyId)
    .in('status', ['confirmed', 'converted'])
    .in('contracts.status', ['draft', 'signed'])
    .gte('ends_at', now.toISOString())
    .lt('starts_at', tomorrow)
    .order('starts_at')
    .limit(MOST)
  if (error) throw fromPostgres(error)
  // A converted reservation still waits for its pickup only while its contract is not signed by both.
  return data
    .filter(({ status, contracts }) => status === 'confirmed' || contracts.length > 0)
    .map((row) => ({
      kind: 'pickup',
      id: `pickup-${row.id}`,
      reservationId: row.id,
      at: row.starts_at,
      isLate: Date.parse(row.starts_at) < now.getTime(),
      number: row.number,
      customer: row.customer.name,
      place: row.pickup.name,
      vehicle: row.vehicle,
      isVehicleReady: !['rented', 'cleaning', 'maintenance'].includes(row.vehicle.status),
      isBegun: row.status === 'converted',
    }))
}

async function returns(ctx: CompanyContext, now: Date, tomorrow: string): Promise<Task[]> {
  const { data, error } = await ctx.db
    .from('contracts')
    .select(
      `id, number, ends_at, customer:customers!contracts_company_id_customer_id_fkey(name),
      vehicle:vehicles!contracts_company_id_vehicle_id_fkey(id, plate, make, model),
      reservation:reservations!contracts_company_id_reservation_id_fkey(return:locations!reservations_company_id_return_location_id_fkey(name))`,
    )
    .eq('company_id', ctx.companyId)
    .eq('status', 'active')
    .lt('ends_at', tomorrow)
    .order('ends_at')
    .limit(MOST)
  if (error) throw fromPostgres(error)
  return data.map((row) => ({
    kind: 'return',
    id: `return-${row.id}`,
    contractId: row.id,
    at: row.ends_at,
    isLate: Date.parse(row.ends_at) < now.getTime(),
    number: row.number,
    customer: row.customer.name,
    place: row.reservation.return.name,
    vehicle: row.vehicle,
  }))
}

/**
 * Dirty vehicles; one that somebody waits for stands at the time it is needed, the others at the end of the day. Late is
 * also one whose turnaround buffer is over.
 */
async function washes(ctx: CompanyContext, now: Date, tomorrow: string): Promise<Task[]> {
  const { data, error } = await ctx.db
    .from('vehicles')
    .select(
      'id, plate, make, model, reservations!reservations_company_id_vehicle_id_fkey(starts_at), washes!washes_company_id_vehicle_id_fkey(due_at)',
    )
    .is('washes.ready_at', null)
    .eq('company_id', ctx.companyId)
    .eq('status', 'cleaning')
    .eq('reservations.status', 'confirmed')
    .gte('reservations.ends_at', now.toISOString())
    .order('starts_at', { referencedTable: 'reservations' })
    .limit(1, { referencedTable: 'reservations' })
    .order('plate')
    .limit(MOST)
  if (error) throw fromPostgres(error)
  return data.map(({ reservations, washes: [wash], ...vehicle }) => {
    const neededAt = reservations[0]?.starts_at ?? null
    const isToday = neededAt !== null && Date.parse(neededAt) < Date.parse(tomorrow)
    return {
      kind: 'cleaning',
      id: `cleaning-${vehicle.id}`,
      at: isToday ? neededAt : tomorrow,
      isLate: (isToday && Date.parse(neededAt) < now.getTime()) || isOver(wash?.due_at, now),
      vehicle,
      neededAt,
    }
  })
}

function isOver(at: string | undefined, now: Date): boolean {
  return at !== undefined && Date.parse(at) < now.getTime()
}

async function unpaid(ctx: CompanyContext, now: Date): Promise<Task[]> {
  const { data, error } = await ctx.db
    .from('invoices')
    .select(
      'id, number, due_on, total_rappen, paid_rappen, customer:customers!invoices_company_id_customer_id_fkey(name)',
    )
    .eq('company_id', ctx.companyId)
    .eq('status', 'overdue')
    .order('due_on')
    .limit(MOST)
  if (error) throw fromPostgres(error)
  // A due date has no hour: these wait behind everything that has one.
  const endOfDay = startOfLocalDay(now, ctx.timeZone, 1).getTime() + 1
  return data.map((row, index) => ({
    kind: 'unpaid',
    id: `unpaid-${row.id}`,
    invoiceId: row.id,
    at: new Date(endOfDay + index).toISOString(),
    isLate: true,
    number: row.number,
    customer: row.customer.name,
    openRappen: row.total_rappen - row.paid_rappen,
    dueOn: row.due_on,
  }))
}
