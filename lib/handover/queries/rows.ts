import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

/** Addresses have a length: so many ids go into one question. */
const IDS_AT_ONCE = 60

/** Asks for rows by id, some ids at a time. */
async function byIds<Row>(ids: string[], ask: (some: string[]) => Promise<Row[]>): Promise<Row[]> {
  const wanted = [...new Set(ids)]
  const parts: string[][] = []
  for (let from = 0; from < wanted.length; from += IDS_AT_ONCE)
    parts.push(wanted.slice(from, from + IDS_AT_ONCE))
  return (await Promise.all(parts.map(ask))).flat()
}

const AGREED =
  'id, number, status, starts_at, ends_at, included_km, extra_km_rappen, fuel_price_rappen, charge_price_rappen, currency, locale, price, terms_version, reservation_id, customer_id, vehicle_id'

/** Reservations at the door. */
export function reservationRows(ctx: CompanyContext, ids: string[]) {
  return byIds(ids, async (some) => {
    const { data, error } = await ctx.db
      .from('reservations')
      .select(
        `id, number, status, starts_at, ends_at, currency, locale, price, terms_version, customer_id, vehicle_id,
        pickup:locations!reservations_company_id_pickup_location_id_fkey(name)`,
      )
      .eq('company_id', ctx.companyId)
      .in('id', some)
    if (error) throw fromPostgres(error)
    return data
  })
}

/** Contracts by their own ids, with the reservation they come from. */
export function contractRows(ctx: CompanyContext, ids: string[]) {
  return byIds(ids, async (some) => {
    const { data, error } = await ctx.db
      .from('contracts')
      .select(
        `${AGREED}, reservation:reservations!contracts_company_id_reservation_id_fkey(id, number, status,
          return:locations!reservations_company_id_return_location_id_fkey(name))`,
      )
      .eq('company_id', ctx.companyId)
      .in('id', some)
    if (error) throw fromPostgres(error)
    return data
  })
}

/** The contracts that reservations have become. */
export function contractsOfReservations(ctx: CompanyContext, ids: string[]) {
  return byIds(ids, async (some) => {
    const { data, error } = await ctx.db
      .from('contracts')
      .select(AGREED)
      .eq('company_id', ctx.companyId)
      .in('reservation_id', some)
      .neq('status', 'cancelled')
    if (error) throw fromPostgres(error)
    return data
  })
}

/** Both sides of contracts, with the photos that are still there. */
export function sideRows(ctx: CompanyContext, contractIds: string[]) {
  return byIds(contractIds, async (some) => {
    const { data, error } = await ctx.db
      .from('handovers')
      .select(
        'id, contract_id, kind, vehicle_id, created_at, completed_at, fuel_percent, checklist, photos:handover_photos(id, position, driver_id, taken_at, purged_at)',
      )
      .eq('company_id', ctx.companyId)
      .in('contract_id', some)
      .order('created_at')
      .order('taken_at', { referencedTable: 'photos' })
    if (error) throw fromPostgres(error)
    return data
  })
}

/** Vehicles exchanged during rentals, by their handovers' ids. */
export function exchangeRows(ctx: CompanyContext, ids: string[]) {
  return byIds(ids, async (some) => {
    const { data, error } = await ctx.db
      .from('handovers')
      .select('id, contract_id, kind, vehicle_id, created_at')
      .eq('company_id', ctx.companyId)
      .in('id', some)
      .not('change_id', 'is', null)
    if (error) throw fromPostgres(error)
    return data
  })
}

export function vehicleRows(ctx: CompanyContext, ids: string[]) {
  return byIds(ids, async (some) => {
    const { data, error } = await ctx.db
      .from('vehicles')
      .select(
        `id, plate, make, model, status, odometer_km, fuel_percent, transmission, seats, gross_weight_kg, fuel, tank_litres,
        category:vehicle_categories(body_type, licence_category, minimum_licence_years)`,
      )
      .eq('company_id', ctx.companyId)
      .in('id', some)
    if (error) throw fromPostgres(error)
    return data
  })
}

/** Marks that are still there. */
export function damageRows(ctx: CompanyContext, vehicleIds: string[]) {
  return byIds(vehicleIds, async (some) => {
    const { data, error } = await ctx.db
      .from('damages')
      .select(
        'id, vehicle_id, handover_id, view, x, y, kind, severity, note, charge_rappen, list_rappen, charge_reason, photo_id, photo_x, photo_y',
      )
      .eq('company_id', ctx.companyId)
      .in('vehicle_id', some)
      .is('resolved_at', null)
      .order('created_at')
    if (error) throw fromPostgres(error)
    return data
  })
}

/** What damage costs by the company's list; asked for where something comes back. */
export async function damagePriceRows(ctx: CompanyContext, isAsked: boolean) {
  if (!isAsked) return []
  const { data, error } = await ctx.db
    .from('damage_prices')
    .select('kind, view, minor_rappen, medium_rappen, major_rappen')
    .eq('company_id', ctx.companyId)
  if (error) throw fromPostgres(error)
  return data
}

export function customerRows(ctx: CompanyContext, ids: string[]) {
  return byIds(ids, async (some) => {
    const { data, error } = await ctx.db
      .from('customers')
      .select(
        'id, name, first_name, last_name, birth_date, email, phone, payment_method_id, company:companies(takes_cards)',
      )
      .eq('company_id', ctx.companyId)
      .in('id', some)
    if (error) throw fromPostgres(error)
    return data
  })
}

/** Everybody who may drive for these customers, whoever drove last first. */
export function driverRows(ctx: CompanyContext, customerIds: string[]) {
  return byIds(customerIds, async (some) => {
    const { data, error } = await ctx.db
      .from('drivers')
      .select(
        'id, customer_id, first_name, last_name, birth_date, licence_number, licence_categories, licence_codes, licence_since, licence_expires_on',
      )
      .eq('company_id', ctx.companyId)
      .in('customer_id', some)
      .eq('active', true)
      .order('verified_at', { ascending: false, nullsFirst: false })
    if (error) throw fromPostgres(error)
    return data
  })
}

/** Who is named on contracts beside the one who signs, in the order of naming. */
export function furtherDriverRows(ctx: CompanyContext, contractIds: string[]) {
  return byIds(contractIds, async (some) => {
    const { data, error } = await ctx.db
      .from('contract_drivers')
      .select('id, contract_id, added_rappen, driver:drivers(id, first_name, last_name)')
      .eq('company_id', ctx.companyId)
      .in('contract_id', some)
      .order('created_at')
    if (error) throw fromPostgres(error)
    return data
  })
}

const DriverPrices = z.array(
  z.object({
    reservation_id: z.string(),
    code: z.string(),
    names: z.record(z.string(), z.string()),
    next: z.array(z.number()),
  }),
)

/** What further drivers of these reservations would cost. */
export async function driverPriceRows(ctx: CompanyContext, reservationIds: string[]) {
  if (reservationIds.length === 0) return []
  const { data, error } = await ctx.db.rpc('list_driver_prices', { p_reservation_ids: reservationIds })
  if (error) throw fromPostgres(error)
  return DriverPrices.parse(data)
}

/** The extras of which the company has so many: things on a shelf. */
export async function stockedExtras(ctx: CompanyContext): Promise<string[]> {
  const { data, error } = await ctx.db
    .from('extras')
    .select('code')
    .eq('company_id', ctx.companyId)
    .not('stock', 'is', null)
  if (error) throw fromPostgres(error)
  return data.map(({ code }) => code)
}

/** What came in for reservations before their contract has an invoice. */
export function paidRows(ctx: CompanyContext, reservationIds: string[]) {
  return byIds(reservationIds, async (some) => {
    const { data, error } = await ctx.db
      .from('payments')
      .select('reservation_id, amount_rappen, refunded_rappen')
      .eq('company_id', ctx.companyId)
      .in('reservation_id', some)
      .eq('purpose', 'booking_deposit')
      .not('settled_at', 'is', null)
    if (error) throw fromPostgres(error)
    return data
  })
}

/** Whom the customer foresaw as driver. */
export function foreseenRows(ctx: CompanyContext, reservationIds: string[]) {
  return byIds(reservationIds, async (some) => {
    const { data, error } = await ctx.db
      .from('reservation_accounts')
      .select('reservation_id, driver_id')
      .eq('company_id', ctx.companyId)
      .in('reservation_id', some)
    if (error) throw fromPostgres(error)
    return data
  })
}

/** What the team noted about reservations, the first note first. */
export function noteRows(ctx: CompanyContext, reservationIds: string[]) {
  return byIds(reservationIds, async (some) => {
    const { data, error } = await ctx.db
      .from('reservation_notes')
      .select('id, reservation_id, text, created_at, author:profiles(full_name)')
      .eq('company_id', ctx.companyId)
      .in('reservation_id', some)
      .order('created_at')
      .order('id')
    if (error) throw fromPostgres(error)
    return data
  })
}

/** Who told these reservations' customers that they are on their way, and when they arrive. */
export function arrivalRows(ctx: CompanyContext, reservationIds: string[]) {
  return byIds(reservationIds, async (some) => {
    const { data, error } = await ctx.db
      .from('arrivals')
      .select('reservation_id, handover, arrives_at, by:profiles(full_name)')
      .eq('company_id', ctx.companyId)
      .in('reservation_id', some)
    if (error) throw fromPostgres(error)
    return data
  })
}

/** Running contracts of vehicles: whoever has them now. */
export function runningRows(ctx: CompanyContext, vehicleIds: string[]) {
  return byIds(vehicleIds, async (some) => {
    const { data, error } = await ctx.db
      .from('contracts')
      .select(
        'id, number, ends_at, vehicle_id, reservation_id, customer:customers!contracts_company_id_customer_id_fkey(name)',
      )
      .eq('company_id', ctx.companyId)
      .in('vehicle_id', some)
      .eq('status', 'active')
    if (error) throw fromPostgres(error)
    return data
  })
}

/** What a litre and a kWh cost that are missing at a return, in contracts made from now on. */
export async function refillPrices(ctx: CompanyContext): Promise<{ litre: number; kwh: number }> {
  const { data, error } = await ctx.db
    .from('companies')
    .select('fuel_price_rappen, charge_price_rappen')
    .eq('id', ctx.companyId)
    .single()
  if (error) throw fromPostgres(error)
  return { litre: data.fuel_price_rappen, kwh: data.charge_price_rappen }
}

export async function termsRows(ctx: CompanyContext, versions: number[]) {
  if (versions.length === 0) return []
  const { data, error } = await ctx.db
    .from('terms_versions')
    .select('version, terms')
    .eq('company_id', ctx.companyId)
    .in('version', [...new Set(versions)])
  if (error) throw fromPostgres(error)
  return data
}
