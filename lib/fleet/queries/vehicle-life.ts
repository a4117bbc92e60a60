import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'

const Figures = z
  .object({
    months: z.array(z.object({ month: z.string(), utilisation_bp: z.number() })),
    utilisation_bp: z.number(),
    revenue_rappen: z.number(),
    maintenance_rappen: z.number(),
  })
  .transform((row) => ({
    months: row.months.map(({ month, utilisation_bp }) => ({ month, utilisationBp: utilisation_bp })),
    utilisationBp: row.utilisation_bp,
    revenueRappen: row.revenue_rappen,
    maintenanceRappen: row.maintenance_rappen,
  }))

/** How busy a vehicle was in the last twelve months, what it earned and what it cost. */
export type VehicleFigures = z.infer<typeof Figures>

const Calendar = z.array(
  z
    .object({
      kind: z.string(),
      starts_at: z.string(),
      ends_at: z.string(),
      number: z.string().nullable(),
      customer: z.string().nullable(),
      reservation_id: z.string().nullable(),
      contract_id: z.string().nullable(),
    })
    .transform((row) => ({
      kind: row.kind,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      number: row.number,
      customer: row.customer,
      href: row.contract_id
        ? `/dashboard/contracts/${row.contract_id}`
        : row.reservation_id && `/dashboard/reservations/${row.reservation_id}`,
    })),
)

/** Something that occupies a vehicle, turnaround included. */
export type Occupation = z.infer<typeof Calendar>[number]

/** One reading of an odometer. */
export type OdometerReading = {
  id: string
  km: number
  source: string
  reason: string | null
  recordedAt: string
}

/** The last twelve months in figures; null for those who may not see reports. */
export async function getVehicleFigures(
  ctx: CompanyContext,
  vehicleId: string,
): Promise<VehicleFigures | null> {
  if (!ctx.can('reports.see')) return null
  const { data, error } = await ctx.db.rpc('vehicle_figures', { p_vehicle_id: vehicleId })
  if (error) throw fromPostgres(error)
  return Figures.parse(data)
}

/** What occupies a vehicle from now until an instant, in the order of time. */
export async function getVehicleCalendar(
  ctx: CompanyContext,
  vehicleId: string,
  until: Date,
): Promise<Occupation[]> {
  if (!ctx.can('reservations.see')) return []
  const { data, error } = await ctx.db.rpc('vehicle_calendar', {
    p_vehicle_id: vehicleId,
    p_until: until.toISOString(),
  })
  if (error) throw fromPostgres(error)
  return Calendar.parse(data)
}

/** What the odometer showed, the latest first. */
export async function listOdometerReadings(
  ctx: CompanyContext,
  vehicleId: string,
  limit = 8,
): Promise<OdometerReading[]> {
  const { data, error } = await ctx.db
    .from('odometer_readings')
    .select('id, km, source, reason, recorded_at')
    .eq('company_id', ctx.companyId)
    .eq('vehicle_id', vehicleId)
    .order('nth', { ascending: false })
    .limit(limit)
  if (error) throw fromPostgres(error)
  return data.map(({ recorded_at, ...reading }) => ({ ...reading, recordedAt: recorded_at }))
}
