import { getTranslations } from 'next-intl/server'
import { VehicleFacts } from '@/components/fleet/vehicle-facts'
import { orNothing } from '@/components/lists/or-nothing'
import { RecordPanel } from '@/components/lists/record-panel'
import { UpcomingReservations } from '@/components/reservations/upcoming-reservations'
import { Card } from '@/components/ui/card'
import { StatusBadge } from '@/components/ui/status-badge'
import type { CompanyContext } from '@/lib/core/context'
import { getVehicle } from '@/lib/fleet/queries/vehicle'
import { listUpcomingReservations } from '@/lib/reservations/queries/list'

/** A vehicle beside the list: what it is promised for, and what it is. */
export async function VehiclePanel({ ctx, id }: { ctx: CompanyContext; id: string }) {
  const vehicle = await orNothing(getVehicle(ctx, id))
  if (!vehicle) return null
  const [t, upcoming] = await Promise.all([
    getTranslations('fleet'),
    listUpcomingReservations(ctx, { vehicleId: id }, 5),
  ])
  return (
    <RecordPanel
      title={vehicle.plate}
      badge={<StatusBadge kind="vehicle" status={vehicle.status} />}
      href={`/dashboard/fleet/${id}`}
    >
      <UpcomingReservations
        title={t('detail.upcoming')}
        empty={t('detail.upcomingNone')}
        reservations={upcoming}
        timeZone={ctx.timeZone}
        allHref={`/dashboard/reservations?vehicle=${id}`}
        show="customer"
      />
      <Card title={`${vehicle.make} ${vehicle.model}`}>
        <VehicleFacts
          vehicle={vehicle}
          timeZone={ctx.timeZone}
          today={ctx.now()}
          currency={ctx.company.currency}
          columns={1}
        />
      </Card>
    </RecordPanel>
  )
}
