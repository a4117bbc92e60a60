import type { CompanyContext } from '@/lib/core/context'
import { type CsvColumn, csvStream } from '@/lib/core/csv-stream'
import { translatorFor } from '@/lib/core/i18n/messages'
import { type FleetRow, readFleet } from '@/lib/fleet/queries/vehicles'
import type { VehicleFilters } from '@/lib/fleet/schema'

const COLUMNS = [
  ...([
    'plate',
    'vin',
    'category',
    'make',
    'model',
    'year',
    'color',
    'fuel',
    'transmission',
    'seats',
  ] as const),
  ...([
    'odometer',
    'tank',
    'tankLitres',
    'location',
    'inspection',
    'daily',
    'weekly',
    'monthly',
    'includedKm',
  ] as const),
  ...(['extraKm', 'deposit', 'minimumAge', 'equipment'] as const),
] as const

function francs(amountRappen: number | null | undefined): string {
  return amountRappen == null ? '' : (amountRappen / 100).toFixed(2)
}

/** The vehicles as CSV in the reader's language, with the headers the import knows, so that the list can come back. */
export async function fleetCsv(ctx: CompanyContext, filters: VehicleFilters) {
  const t = await translatorFor(ctx.locale, 'fleet')
  const cells: Record<(typeof COLUMNS)[number], CsvColumn<FleetRow>['cell']> = {
    plate: (vehicle) => vehicle.plate,
    vin: (vehicle) => vehicle.vin,
    category: (vehicle) => vehicle.category.importName,
    make: (vehicle) => vehicle.make,
    model: (vehicle) => vehicle.model,
    year: (vehicle) => vehicle.modelYear,
    color: (vehicle) => vehicle.color,
    fuel: (vehicle) => t(`fuels.${vehicle.fuel}`),
    transmission: (vehicle) => t(`transmissions.${vehicle.transmission}`),
    seats: (vehicle) => vehicle.seats,
    odometer: (vehicle) => vehicle.odometerKm,
    tank: (vehicle) => vehicle.fuelPercent,
    tankLitres: (vehicle) => vehicle.tankLitres,
    location: (vehicle) => vehicle.location.name,
    inspection: (vehicle) => vehicle.inspectionDueOn,
    daily: ({ rate }) => francs(rate?.dailyRappen),
    weekly: ({ rate }) => francs(rate?.weeklyRappen),
    monthly: ({ rate }) => francs(rate?.monthlyRappen),
    includedKm: ({ rate }) => rate?.includedKmPerDay,
    extraKm: ({ rate }) => francs(rate?.extraKmRappen),
    deposit: (vehicle) => francs(vehicle.securityDepositRappen),
    minimumAge: (vehicle) => vehicle.minimumAge,
    equipment: (vehicle) => vehicle.equipment.map((piece) => t(`equipment.${piece}`)).join(', '),
  }
  const columns = COLUMNS.map((key) => ({
    head: t(`csv.${key}`, { currency: ctx.company.currency }),
    cell: cells[key],
  }))
  return csvStream(columns, readFleet(ctx, filters))
}
