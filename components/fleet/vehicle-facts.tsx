import { useLocale, useTranslations } from 'next-intl'
import { InspectionDate } from '@/components/fleet/inspection-date'
import { DataList } from '@/components/ui/data-list'
import { Money } from '@/components/ui/money'
import { labelOf } from '@/lib/core/labels'
import type { VehicleDetail } from '@/lib/fleet/queries/vehicle'

type VehicleFactsProps = { vehicle: VehicleDetail; timeZone: string; today: Date; columns?: 1 | 2 }

/** What is known of a vehicle; what it has not of its own comes from its category. */
export function VehicleFacts({ vehicle, timeZone, today, columns = 2 }: VehicleFactsProps) {
  const t = useTranslations('fleet.facts')
  const fleet = useTranslations('fleet')
  const locale = useLocale()
  const number = new Intl.NumberFormat('de-CH')
  const tank = { litres: vehicle.tankLitres, percent: vehicle.fuelPercent }
  const deposit = vehicle.securityDepositRappen ?? vehicle.category.securityDepositRappen
  const facts = [
    { label: t('category'), value: labelOf(vehicle.category.names, locale) },
    { label: t('location'), value: vehicle.location.name },
    { label: t('year'), value: String(vehicle.modelYear) },
    { label: t('color'), value: vehicle.color },
    { label: t('fuel'), value: fleet(`fuels.${vehicle.fuel}`) },
    { label: t('transmission'), value: fleet(`transmissions.${vehicle.transmission}`) },
    { label: t('seats'), value: String(vehicle.seats) },
    { label: t('odometer'), value: `${number.format(vehicle.odometerKm)} km` },
    { label: t('tank'), value: t(vehicle.fuel === 'electric' ? 'batteryValue' : 'tankValue', tank) },
    {
      label: t('inspection'),
      value: <InspectionDate dueOn={vehicle.inspectionDueOn} timeZone={timeZone} today={today} />,
    },
    { label: t('minimumAge'), value: t('years', { age: vehicle.minimumAge ?? vehicle.category.minimumAge }) },
    { label: t('deposit'), value: <Money amountRappen={deposit} /> },
    { label: t('vin'), value: <span className="whitespace-nowrap font-mono text-xs">{vehicle.vin}</span> },
  ]
  return <DataList facts={facts} columns={columns} />
}
