import type { CompanyContext } from '@/lib/core/context'
import { AppError, fromPostgres } from '@/lib/core/errors'
import type { Enums } from '@/lib/supabase/types'

/** What is seen before a pickup begins, and where it stands if it has begun. */
export type Departure = {
  reservationId: string
  number: string
  status: Enums<'reservation_status'>
  customer: string
  startsAt: string
  endsAt: string
  place: string
  vehicle: { plate: string; make: string; model: string; bodyType: string; status: string }
  handoverId: string | null
  /** Made by a pickup that has begun. */
  contract: { id: string; status: Enums<'contract_status'> } | null
  /** The rental that still has the vehicle. */
  stillOut: { contractId: string; number: string; customer: string; dueAt: string } | null
}

/**
 * A reservation at the door.
 * @throws AppError `not_found`
 */
export async function getDeparture(ctx: CompanyContext, reservationId: string): Promise<Departure> {
  const { data, error } = await ctx.db
    .from('reservations')
    .select(
      `id, number, status, starts_at, ends_at, customer:customers(name),
      vehicle:vehicles(id, plate, make, model, status, category:vehicle_categories(body_type)),
      pickup:locations!reservations_company_id_pickup_location_id_fkey(name), contracts(id, status, handovers(id, kind))`,
    )
    .eq('company_id', ctx.companyId)
    .eq('id', reservationId)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  const { category, id: vehicleId, ...vehicle } = data.vehicle
  const contract = data.contracts.find(({ status }) => status !== 'cancelled')
  return {
    reservationId: data.id,
    number: data.number,
    status: data.status,
    customer: data.customer.name,
    startsAt: data.starts_at,
    endsAt: data.ends_at,
    place: data.pickup.name,
    vehicle: { ...vehicle, bodyType: category.body_type },
    handoverId: contract?.handovers.find(({ kind }) => kind === 'pickup')?.id ?? null,
    contract: contract ? { id: contract.id, status: contract.status } : null,
    stillOut: await whoHas(ctx, vehicleId, reservationId),
  }
}

/** The running contract of a vehicle that is not back yet, as the database would refuse the pickup. */
async function whoHas(
  ctx: CompanyContext,
  vehicleId: string,
  reservationId: string,
): Promise<Departure['stillOut']> {
  const { data, error } = await ctx.db
    .from('contracts')
    .select('id, number, ends_at, customer:customers(name)')
    .eq('company_id', ctx.companyId)
    .eq('vehicle_id', vehicleId)
    .eq('status', 'active')
    .neq('reservation_id', reservationId)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  return (
    data && { contractId: data.id, number: data.number, customer: data.customer.name, dueAt: data.ends_at }
  )
}

/** What is seen before a return begins. */
export type Arrival = {
  contractId: string
  reservationId: string
  number: string
  status: Enums<'contract_status'>
  customer: string
  endsAt: string
  vehicle: { plate: string; make: string; model: string; bodyType: string }
  handoverId: string | null
}

/**
 * A contract whose vehicle comes back.
 * @throws AppError `not_found`
 */
export async function getArrival(ctx: CompanyContext, contractId: string): Promise<Arrival> {
  const { data, error } = await ctx.db
    .from('contracts')
    .select(
      `id, number, status, reservation_id, ends_at, customer:customers(name), handovers(id, kind),
      vehicle:vehicles(plate, make, model, category:vehicle_categories(body_type))`,
    )
    .eq('company_id', ctx.companyId)
    .eq('id', contractId)
    .maybeSingle()
  if (error) throw fromPostgres(error)
  if (!data) throw new AppError('not_found')
  const { category, ...vehicle } = data.vehicle
  return {
    contractId: data.id,
    reservationId: data.reservation_id,
    number: data.number,
    status: data.status,
    customer: data.customer.name,
    endsAt: data.ends_at,
    vehicle: { ...vehicle, bodyType: category.body_type },
    handoverId: data.handovers.find(({ kind }) => kind === 'return')?.id ?? null,
  }
}
