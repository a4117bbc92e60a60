import { CalendarPlus, Pencil, Sparkles } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { markVehicleReadyAction } from '@/app/(dashboard)/dashboard/fleet/actions'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { ActivityList } from '@/components/activity/activity-list'
import { ActionButton } from '@/components/dashboard/action-button'
import { DetailLayout } from '@/components/dashboard/detail-layout'
import { KnownDamages } from '@/components/fleet/known-damages'
import { RateCard } from '@/components/fleet/rate-card'
import { VehicleFacts } from '@/components/fleet/vehicle-facts'
import { VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { UpcomingReservations } from '@/components/reservations/upcoming-reservations'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { listHistory } from '@/lib/activity/queries'
import { getVehicle, listKnownDamages } from '@/lib/fleet/queries/vehicle'
import { listUpcomingReservations } from '@/lib/reservations/queries/list'

type VehiclePageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: VehiclePageProps) {
  const ctx = await pageContext('fleet.see')
  return { title: (await orNotFound(getVehicle(ctx, (await params).id))).plate }
}

/** One vehicle: what it is, what it costs, what it is promised for, what is known to be broken, what happened to it. */
export default async function VehiclePage({ params }: VehiclePageProps) {
  const ctx = await pageContext('fleet.see')
  const { id } = await params
  const vehicle = await orNotFound(getVehicle(ctx, id))
  const rateIds = vehicle.ownRate ? [vehicle.ownRate.id] : []
  const [t, upcoming, damages, history] = await Promise.all([
    getTranslations('fleet'),
    listUpcomingReservations(ctx, { vehicleId: id }),
    listKnownDamages(ctx, id),
    listHistory(
      ctx,
      [
        { table: 'vehicles', ids: [id] },
        { table: 'rates', ids: rateIds },
      ],
      12,
    ),
  ])
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: '/dashboard/fleet', label: t('title') }}
        title={<span className="tabular">{vehicle.plate}</span>}
        badge={<StatusBadge kind="vehicle" status={vehicle.status} />}
        description={`${vehicle.make} ${vehicle.model}`}
        actions={
          <>
            {ctx.can('fleet.edit') && (
              <Button asChild>
                <Link href={`/dashboard/fleet/${id}/edit`}>
                  <Pencil aria-hidden="true" />
                  {t('detail.edit')}
                </Link>
              </Button>
            )}
            {vehicle.status === 'cleaning' && ctx.can('handover.perform') ? (
              <ActionButton
                variant="primary"
                action={markVehicleReadyAction}
                input={{ id }}
                done={t('detail.readyDone', { plate: vehicle.plate })}
              >
                <Sparkles aria-hidden="true" />
                {t('detail.ready')}
              </ActionButton>
            ) : (
              ctx.can('reservations.create') && (
                <Button asChild variant="primary">
                  <Link href={`/dashboard/reservations/new?vehicle=${id}`}>
                    <CalendarPlus aria-hidden="true" />
                    {t('detail.reserve')}
                  </Link>
                </Button>
              )
            )}
          </>
        }
      />
      <DetailLayout
        aside={
          <>
            <RateCard
              rate={vehicle.ownRate ?? vehicle.categoryRate}
              isOwn={vehicle.ownRate !== null}
              canEdit={ctx.can('fleet.edit')}
            />
            <Card title={t('detail.damage')}>
              <KnownDamages damages={damages} timeZone={ctx.timeZone} />
            </Card>
          </>
        }
      >
        <Card title={t('facts.title')}>
          <div className="grid items-center gap-6 sm:grid-cols-[minmax(0,1fr)_12rem]">
            <VehicleFacts vehicle={vehicle} timeZone={ctx.timeZone} today={ctx.now()} />
            <VehicleSilhouette body={vehicle.category.bodyType} className="max-sm:hidden" />
          </div>
        </Card>
        <UpcomingReservations
          title={t('detail.upcoming')}
          empty={t('detail.upcomingNone')}
          reservations={upcoming}
          timeZone={ctx.timeZone}
          allHref={`/dashboard/reservations?vehicle=${id}`}
          show="customer"
        />
        <Card title={t('detail.history')} flush>
          <ActivityList entries={history} timeZone={ctx.timeZone} empty={t('detail.historyNone')} />
        </Card>
      </DetailLayout>
    </div>
  )
}
