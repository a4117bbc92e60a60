import { getTranslations } from 'next-intl/server'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { HistoryCard } from '@/components/activity/history-card'
import { OpenCaseDialog } from '@/components/damages/case/open-case-dialog'
import { DetailLayout } from '@/components/dashboard/detail-layout'
import { DocumentsCard } from '@/components/fleet/documents/documents-card'
import { KnownDamages } from '@/components/fleet/known-damages'
import { DueAlert } from '@/components/fleet/life/due-alert'
import { FiguresCard } from '@/components/fleet/life/figures-card'
import { OccupancyStrip, STRIP_DAYS } from '@/components/fleet/life/occupancy-strip'
import { OdometerCard } from '@/components/fleet/life/odometer-card'
import { RetireVehicle } from '@/components/fleet/life/retire-vehicle'
import { VehicleActions } from '@/components/fleet/life/vehicle-actions'
import { MaintenanceCard } from '@/components/fleet/maintenance/maintenance-card'
import { ModelPhoto } from '@/components/fleet/model-photo'
import { RateCard } from '@/components/fleet/rate-card'
import { VehicleFacts } from '@/components/fleet/vehicle-facts'
import { VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { UpcomingReservations } from '@/components/reservations/upcoming-reservations'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import { listHistory } from '@/lib/activity/queries'
import { startOfLocalDay } from '@/lib/core/dates'
import { listDocuments } from '@/lib/fleet/documents'
import { listDueItems, listMaintenanceOf } from '@/lib/fleet/maintenance/queries'
import { getModelPhoto, getVehicle, listKnownDamages } from '@/lib/fleet/queries/vehicle'
import { getVehicleCalendar, getVehicleFigures, listOdometerReadings } from '@/lib/fleet/queries/vehicle-life'
import { listUpcomingReservations } from '@/lib/reservations/queries/list'

type VehiclePageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: VehiclePageProps) {
  const ctx = await pageContext('fleet.see')
  return { title: (await orNotFound(getVehicle(ctx, (await params).id))).plate }
}

/** One vehicle: its state and next step, how busy it is and what it earns, what was done on it and what is due. */
export default async function VehiclePage({ params }: VehiclePageProps) {
  const ctx = await pageContext('fleet.see')
  const { id } = await params
  const vehicle = await orNotFound(getVehicle(ctx, id))
  const { timeZone } = ctx
  const { currency } = ctx.company
  const canEdit = ctx.can('fleet.edit') && vehicle.status !== 'retired'
  const [t, upcoming, damages, work, due, figures, calendar, readings, documents, photo] = await Promise.all([
    getTranslations('fleet'),
    listUpcomingReservations(ctx, { vehicleId: id }),
    listKnownDamages(ctx, id),
    listMaintenanceOf(ctx, id),
    listDueItems(ctx, id),
    getVehicleFigures(ctx, id),
    getVehicleCalendar(ctx, id, startOfLocalDay(ctx.now(), timeZone, STRIP_DAYS)),
    listOdometerReadings(ctx, id),
    listDocuments(ctx, id),
    getModelPhoto(ctx, vehicle),
  ])
  const free = damages.filter((damage) => damage.case === null)
  const history = await listHistory(
    ctx,
    [
      { table: 'vehicles', ids: [id] },
      { table: 'rates', ids: vehicle.ownRate ? [vehicle.ownRate.id] : [] },
      { table: 'maintenance', ids: work.map((one) => one.id) },
    ],
    12,
  )
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: '/dashboard/fleet', label: t('title') }}
        title={<span className="tabular">{vehicle.plate}</span>}
        badge={<StatusBadge kind="vehicle" status={vehicle.status} />}
        description={`${vehicle.make} ${vehicle.model}`}
        actions={
          <VehicleActions
            vehicle={vehicle}
            current={work.find(({ status }) => status === 'in_progress')}
            currency={currency}
            can={ctx.can}
          />
        }
      />
      {vehicle.retiredReason && <Alert title={t('retire.since')}>{vehicle.retiredReason}</Alert>}
      {due.map((one) => (
        <DueAlert key={`${one.item}-${one.maintenanceId}`} due={one} timeZone={timeZone} canEdit={canEdit} />
      ))}
      <DetailLayout
        aside={
          <>
            <RateCard {...{ vehicle, currency, canEdit }} />
            <Card
              title={t('detail.damage')}
              actions={
                free.length > 0 &&
                ctx.can('contracts.create') && (
                  <OpenCaseDialog vehicleId={id} damages={free} currency={currency} />
                )
              }
            >
              <KnownDamages damages={damages} timeZone={timeZone} />
            </Card>
            <DocumentsCard
              vehicleId={id}
              documents={documents}
              timeZone={timeZone}
              canEdit={ctx.can('fleet.edit')}
            />
            {canEdit && (
              <Card title={t('photo.title')}>
                <ModelPhoto vehicleId={id} model={`${vehicle.make} ${vehicle.model}`} photo={photo} />
              </Card>
            )}
            <OdometerCard vehicle={vehicle} readings={readings} timeZone={timeZone} canEdit={canEdit} />
            {canEdit && (
              <Card
                title={t('retire.card')}
                actions={<RetireVehicle vehicle={vehicle} timeZone={timeZone} />}
              >
                <p className="text-muted text-sm">{t('retire.cardText')}</p>
              </Card>
            )}
          </>
        }
      >
        {ctx.can('reservations.see') && (
          <Card title={t('life.next', { days: STRIP_DAYS })}>
            <OccupancyStrip calendar={calendar} today={ctx.now()} timeZone={timeZone} />
          </Card>
        )}
        {figures && <FiguresCard figures={figures} currency={currency} />}
        <Card title={t('facts.title')}>
          <div className="grid items-center gap-6 sm:grid-cols-[minmax(0,1fr)_12rem]">
            <VehicleFacts {...{ vehicle, timeZone, currency }} today={ctx.now()} />
            <VehicleSilhouette body={vehicle.category.bodyType} className="max-sm:hidden" />
          </div>
        </Card>
        <UpcomingReservations
          title={t('detail.upcoming')}
          empty={t('detail.upcomingNone')}
          reservations={upcoming}
          timeZone={timeZone}
          allHref={`/dashboard/reservations?vehicle=${id}`}
          show="customer"
        />
        <MaintenanceCard
          vehicle={vehicle}
          work={work}
          timeZone={timeZone}
          currency={currency}
          today={ctx.now()}
          canEdit={canEdit}
        />
        <HistoryCard entries={history} timeZone={timeZone} currency={ctx.company.currency} />
      </DetailLayout>
    </div>
  )
}
