import type { CompanyContext } from '@/lib/core/context'
import { localDateOf } from '@/lib/core/dates'
import { fromPostgres } from '@/lib/core/errors'
import { allRows } from '@/lib/supabase/all-rows'

/** Something that occupies a vehicle, as the timeline draws it. */
export type TimelineBlock = {
  id: string
  vehicleId: string
  startsAt: string
  endsAt: string
  state: 'hold' | 'confirmed' | 'active' | 'due' | 'overdue' | 'done' | 'maintenance' | 'cleaning'
  number: string | null
  customer: string | null
  href: string | null
}

/** Everything that occupies vehicles between two instants. */
export async function listTimelineBlocks(
  ctx: CompanyContext,
  from: Date,
  to: Date,
): Promise<TimelineBlock[]> {
  const [reservations, others] = await Promise.all([rentals(ctx, from, to), occupations(ctx, from, to)])
  return [...reservations, ...others]
}

async function rentals(ctx: CompanyContext, from: Date, to: Date): Promise<TimelineBlock[]> {
  const late = await lateReservationIds(ctx, from)
  const isShown = [`ends_at.gt.${from.toISOString()}`, late.length > 0 && `id.in.(${late.join(',')})`]
  const rows = await allRows((first, last) =>
    selectRentals(ctx)
      .lt('starts_at', to.toISOString())
      .or(isShown.filter(Boolean).join(','))
      .order('starts_at')
      .order('id')
      .range(first, last),
  )
  return rows.map((row) => toBlock(row, ctx.now(), ctx.timeZone))
}

/** A vehicle that is late still occupies its line, however long ago it was due. */
async function lateReservationIds(ctx: CompanyContext, from: Date): Promise<string[]> {
  const { data, error } = await ctx.db
    .from('contracts')
    .select('reservation_id')
    .eq('company_id', ctx.companyId)
    .eq('status', 'active')
    .lte('ends_at', from.toISOString())
    .limit(200)
  if (error) throw fromPostgres(error)
  return data.map(({ reservation_id }) => reservation_id)
}

/** Workshop, washing, imported calendars: what is no rental. */
async function occupations(ctx: CompanyContext, from: Date, to: Date): Promise<TimelineBlock[]> {
  const rows = await allRows((first, last) =>
    ctx.db
      .from('allocations')
      .select('id, resource_id, period, source_kind')
      .eq('company_id', ctx.companyId)
      .eq('active', true)
      .in('source_kind', ['maintenance', 'cleaning', 'calendar', 'channel'])
      .overlaps('period', `[${from.toISOString()},${to.toISOString()})`)
      .order('id')
      .range(first, last),
  )
  return rows.flatMap((row) => {
    const [startsAt, endsAt] = boundsOf(row.period)
    if (!startsAt || !endsAt) return []
    const state = row.source_kind === 'cleaning' ? 'cleaning' : 'maintenance'
    return {
      id: row.id,
      vehicleId: row.resource_id,
      startsAt,
      endsAt,
      state,
      number: null,
      customer: null,
      href: null,
    }
  })
}

/** The instants of a range as Postgres writes it: `["2026-11-21 13:00:00+00","2026-11-22 …")`. */
function boundsOf(period: string): (string | undefined)[] {
  const instants = period.match(/\d{4}-[^",)\]]+/g) ?? []
  return instants.map((text) =>
    new Date(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')).toISOString(),
  )
}

function selectRentals(ctx: CompanyContext) {
  return ctx.db
    .from('reservations')
    .select(
      `id, number, status, vehicle_id, starts_at, ends_at, customer:customers!reservations_company_id_customer_id_fkey(name),
      contracts!contracts_company_id_reservation_id_fkey(id, number, status, picked_up_at, returned_at)`,
    )
    .eq('company_id', ctx.companyId)
    .in('status', ['pending', 'confirmed', 'converted'])
}

type SelectedRental = NonNullable<Awaited<ReturnType<typeof selectRentals>>['data']>[number]

function toBlock(row: SelectedRental, now: Date, timeZone: string): TimelineBlock {
  const contract = row.contracts.find(({ status }) => status !== 'cancelled')
  const isOut = contract?.status === 'active'
  const isOverdue = isOut && Date.parse(row.ends_at) < now.getTime()
  const isDueToday = isOut && localDateOf(new Date(row.ends_at), timeZone) === localDateOf(now, timeZone)
  const base = { vehicleId: row.vehicle_id, customer: row.customer.name }
  if (!contract || contract.status === 'draft' || contract.status === 'signed') {
    return {
      ...base,
      id: row.id,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      state: row.status === 'pending' ? 'hold' : 'confirmed',
      number: row.number,
      href: `/dashboard/reservations/${row.id}`,
    }
  }
  return {
    ...base,
    id: contract.id,
    startsAt: contract.picked_up_at ?? row.starts_at,
    endsAt: contract.returned_at ?? (isOverdue ? now.toISOString() : row.ends_at),
    state: isOverdue ? 'overdue' : isDueToday ? 'due' : isOut ? 'active' : 'done',
    number: contract.number,
    href: `/dashboard/contracts/${contract.id}`,
  }
}
