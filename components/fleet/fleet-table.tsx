import { useLocale, useTranslations } from 'next-intl'
import { RowLink } from '@/components/dashboard/row-link'
import { InspectionDate } from '@/components/fleet/inspection-date'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { labelOf } from '@/lib/core/labels'
import type { VehicleRow } from '@/lib/fleet/queries/vehicles'

type FleetTableProps = { vehicles: VehicleRow[]; timeZone: string; today: Date }

/** The fleet, a vehicle a row; on a phone the row keeps what one looks for. */
export function FleetTable({ vehicles, timeZone, today }: FleetTableProps) {
  const t = useTranslations('fleet.list.columns')
  const caption = useTranslations('fleet')('title')
  return (
    <Table caption={caption}>
      <TableHead>
        <TableHeader>{t('plate')}</TableHeader>
        <TableHeader>{t('vehicle')}</TableHeader>
        <TableHeader className="max-md:hidden">{t('category')}</TableHeader>
        <TableHeader className="max-lg:hidden">{t('location')}</TableHeader>
        <TableHeader>{t('status')}</TableHeader>
        <TableHeader numeric className="max-md:hidden">
          {t('odometer')}
        </TableHeader>
        <TableHeader numeric className="max-xl:hidden">
          {t('fuel')}
        </TableHeader>
        <TableHeader className="max-xl:hidden">{t('inspection')}</TableHeader>
        <TableHeader numeric className="max-sm:hidden">
          {t('daily')}
        </TableHeader>
      </TableHead>
      <tbody>
        {vehicles.map((vehicle) => (
          <FleetRow key={vehicle.id} vehicle={vehicle} timeZone={timeZone} today={today} />
        ))}
      </tbody>
    </Table>
  )
}

function FleetRow({ vehicle, timeZone, today }: { vehicle: VehicleRow; timeZone: string; today: Date }) {
  const locale = useLocale()
  const number = new Intl.NumberFormat('de-CH')
  return (
    <TableRow className="relative">
      <TableCell>
        <RowLink href={`/dashboard/fleet/${vehicle.id}`} className="tabular">
          {vehicle.plate}
        </RowLink>
      </TableCell>
      <TableCell className="max-sm:max-w-36">
        {vehicle.make} {vehicle.model} <span className="text-muted max-sm:hidden">{vehicle.modelYear}</span>
      </TableCell>
      <TableCell className="max-md:hidden">{labelOf(vehicle.category.names, locale)}</TableCell>
      <TableCell className="max-lg:hidden">{vehicle.location.name}</TableCell>
      <TableCell>
        <StatusBadge kind="vehicle" status={vehicle.status} />
      </TableCell>
      <TableCell numeric className="max-md:hidden">
        {number.format(vehicle.odometerKm)}
      </TableCell>
      <TableCell numeric className="max-xl:hidden">
        {vehicle.fuelPercent} %
      </TableCell>
      <TableCell className="max-xl:hidden">
        <InspectionDate dueOn={vehicle.inspectionDueOn} timeZone={timeZone} today={today} />
      </TableCell>
      <TableCell numeric className="max-sm:hidden">
        {vehicle.rate ? <Money amountRappen={vehicle.rate.dailyRappen} bare /> : '–'}
      </TableCell>
    </TableRow>
  )
}
