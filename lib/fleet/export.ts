import type { CompanyContext } from '@/lib/core/context'
import { toCsv } from '@/lib/core/csv'
import { translatorFor } from '@/lib/core/i18n/messages'
import { listAllVehicles } from '@/lib/fleet/queries/vehicles'
import type { VehicleFilters } from '@/lib/fleet/schema'

const COLUMNS = [
  ...['plate', 'vin', 'category', 'make', 'model', 'year', 'color', 'fuel', 'transmission', 'seats'],
  ...['odometer', 'tank', 'location', 'inspection', 'daily', 'weekly', 'monthly', 'includedKm', 'extraKm'],
  ...['deposit', 'minimumAge'],
]

function francs(amountRappen: number | null | undefined): string {
  return amountRappen == null ? '' : (amountRappen / 100).toFixed(2)
}

/** The vehicles as CSV in the reader's language, with the headers the import knows, so that the list can come back. */
export async function fleetCsv(ctx: CompanyContext, filters: VehicleFilters): Promise<string> {
  const [vehicles, t] = await Promise.all([listAllVehicles(ctx, filters), translatorFor(ctx.locale, 'fleet')])
  const rows = vehicles.map((vehicle) => [
    vehicle.plate,
    vehicle.vin,
    vehicle.category.importName,
    vehicle.make,
    vehicle.model,
    vehicle.modelYear,
    vehicle.color,
    t(`fuels.${vehicle.fuel}`),
    t(`transmissions.${vehicle.transmission}`),
    vehicle.seats,
    vehicle.odometerKm,
    vehicle.fuelPercent,
    vehicle.location.name,
    vehicle.inspectionDueOn,
    francs(vehicle.rate?.dailyRappen),
    francs(vehicle.rate?.weeklyRappen),
    francs(vehicle.rate?.monthlyRappen),
    vehicle.rate?.includedKmPerDay,
    francs(vehicle.rate?.extraKmRappen),
    francs(vehicle.securityDepositRappen),
    vehicle.minimumAge,
  ])
  return toCsv(
    COLUMNS.map((column) => t(`csv.${column}`)),
    rows,
  )
}
