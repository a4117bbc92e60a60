import { useLocale, useTranslations } from 'next-intl'
import { InspectionDate } from '@/components/fleet/inspection-date'
import { DataList } from '@/components/ui/data-list'
import { Money } from '@/components/ui/money'
import { formatDay } from '@/lib/core/dates'
import { formatKm } from '@/lib/core/distance'
import { labelOf } from '@/lib/core/labels'
import { cantonOf } from '@/lib/fleet/plate'
import type { VehicleDetail } from '@/lib/fleet/queries/vehicle'

type VehicleFactsProps = {
  vehicle: VehicleDetail
  timeZone: string
  today: Date
  currency: string
  columns?: 1 | 2
}

/** What is known of a vehicle; what it has not of its own comes from its category. */
export function VehicleFacts({ vehicle, timeZone, today, currency, columns = 2 }: VehicleFactsProps) {
  const t = useTranslations('fleet.facts')
  const fleet = useTranslations('fleet')
  const locale = useLocale()
  const tank = { litres: vehicle.tankLitres, percent: vehicle.fuelPercent }
  const deposit = vehicle.securityDepositRappen ?? vehicle.category.securityDepositRappen
  const facts = [
    { label: t('category'), value: labelOf(vehicle.category.names, locale) },
    { label: t('location'), value: vehicle.location.name },
    { label: t('canton'), value: fleet(`cantons.${cantonOf(vehicle.plate)}`) },
    { label: t('year'), value: String(vehicle.modelYear) },
    { label: t('color'), value: vehicle.color },
    { label: t('fuel'), value: fleet(`fuels.${vehicle.fuel}`) },
    { label: t('transmission'), value: fleet(`transmissions.${vehicle.transmission}`) },
    { label: t('seats'), value: String(vehicle.seats) },
    {
      label: t('equipment'),
      value: vehicle.equipment.map((piece) => fleet(`equipment.${piece}`)).join(', '),
    },
    { label: t('odometer'), value: formatKm(vehicle.odometerKm) },
    { label: t('tank'), value: t(vehicle.fuel === 'electric' ? 'batteryValue' : 'tankValue', tank) },
    {
      label: t('inspection'),
      value: <InspectionDate dueOn={vehicle.inspectionDueOn} timeZone={timeZone} today={today} />,
    },
    { label: t('service'), value: serviceOf(vehicle, locale) },
    {
      label: t('insurance'),
      value: [vehicle.insurer, vehicle.insurancePolicy].filter(Boolean).join(', '),
    },
    {
      label: t('insuranceExpires'),
      value: vehicle.insuranceExpiresOn && formatDay(vehicle.insuranceExpiresOn, locale),
    },
    { label: t('minimumAge'), value: t('years', { age: vehicle.minimumAge ?? vehicle.category.minimumAge }) },
    { label: t('deposit'), value: <Money amountRappen={deposit} currency={currency} /> },
    { label: t('vin'), value: <span className="whitespace-nowrap font-mono text-xs">{vehicle.vin}</span> },
  ]
  return <DataList facts={facts} columns={columns} />
}

/** The next service by date, by kilometres, or by whichever comes first. */
function serviceOf({ nextServiceOn, nextServiceKm }: VehicleDetail, locale: string): string {
  const parts = [
    nextServiceOn && formatDay(nextServiceOn, locale),
    nextServiceKm !== null && formatKm(nextServiceKm),
  ]
  return parts.filter(Boolean).join(' / ')
}
