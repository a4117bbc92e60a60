import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { InspectionDate } from '@/components/fleet/inspection-date'
import { cellsOf, type ListRow } from '@/components/lists/list-row'
import { TagList } from '@/components/lists/tag-list'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import { formatFigure } from '@/lib/core/figure'
import { labelOf } from '@/lib/core/labels'
import type { VehicleColumn, VehicleRow } from '@/lib/fleet/queries/list'

type Clock = { timeZone: string; today: Date }

/** The Swiss mark between thousands, whatever the reader's language. */

/** Vehicles as rows of the list. */
export function vehicleRows(vehicles: VehicleRow[], columns: VehicleColumn[], clock: Clock): ListRow[] {
  return vehicles.map((vehicle) => ({
    id: vehicle.id,
    name: `${vehicle.plate}, ${vehicle.make} ${vehicle.model}`,
    href: `/dashboard/fleet/${vehicle.id}`,
    cells: cellsOf(columns, (column) => cells[column](vehicle, clock)),
    card: {
      title: vehicle.plate,
      detail: `${vehicle.make} ${vehicle.model}`,
      aside: <StatusBadge kind="vehicle" status={vehicle.status} />,
    },
  }))
}

const cells: Record<VehicleColumn, (row: VehicleRow, clock: Clock) => ReactNode> = {
  plate: (row) => row.plate,
  vehicle: (row) => (
    <>
      {row.make} {row.model} <span className="text-muted">{row.modelYear}</span>
    </>
  ),
  category: (row) => <CategoryName names={row.category.names} />,
  location: (row) => row.location.name,
  status: (row) => <StatusBadge kind="vehicle" status={row.status} />,
  odometer: (row) => formatFigure(row.odometerKm),
  fuel: (row) => `${row.fuelPercent} %`,
  inspection: (row, clock) => <InspectionDate dueOn={row.inspectionDueOn} {...clock} />,
  daily: (row) => (row.dailyRappen ? <Money amountRappen={row.dailyRappen} bare /> : '–'),
  tags: (row) => <TagList tags={row.tags} />,
}

function CategoryName({ names }: { names: Record<string, string> }) {
  return labelOf(names, useLocale())
}
