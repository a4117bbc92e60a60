import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { MaintenanceActions } from '@/components/fleet/maintenance/maintenance-actions'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import { localDateOf } from '@/lib/core/dates'
import { formatKm } from '@/lib/core/distance'
import type { Maintenance } from '@/lib/fleet/maintenance/queries'

type MaintenanceRowProps = {
  work: Maintenance
  timeZone: string
  currency: string
  canEdit: boolean
  /** Names the vehicle, where the page around it does not. */
  showVehicle?: boolean
}

/** One piece of work: what, when, where, what it cost, and what can be done with it. */
export function MaintenanceRow({ work, timeZone, currency, canEdit, showVehicle }: MaintenanceRowProps) {
  const t = useTranslations('fleet.maintenance')
  const { vehicle } = work
  return (
    <li className="grid gap-x-4 gap-y-1.5 px-4 py-3 text-sm sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="font-medium">{t(`kinds.${work.kind}`)}</span>
          {showVehicle && (
            <Link
              href={`/dashboard/fleet/${vehicle.id}`}
              className="tabular rounded-sm underline decoration-line-strong underline-offset-4 hover:decoration-current"
            >
              {vehicle.plate}
            </Link>
          )}
          {showVehicle && (
            <span className="text-muted">
              {vehicle.make} {vehicle.model}
            </span>
          )}
          <StatusBadge kind="maintenance" status={work.status} />
        </p>
        <p className="text-muted">
          <When work={work} timeZone={timeZone} />
          {work.workshop && ` · ${work.workshop}`}
        </p>
        {work.note && <p className="text-pretty text-muted">{work.note}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:justify-end">
        {work.costRappen !== null && <Money amountRappen={work.costRappen} currency={currency} />}
        {canEdit && <MaintenanceActions {...{ work, timeZone, currency }} />}
      </div>
    </li>
  )
}

function When({ work, timeZone }: { work: Maintenance; timeZone: string }) {
  const t = useTranslations('fleet.maintenance')
  if (work.finishedAt)
    return (
      <>
        <DateTime instant={work.finishedAt} timeZone={timeZone} show="date" />
        {work.odometerKm !== null && `, ${formatKm(work.odometerKm)}`}
      </>
    )
  return (
    <>
      {work.startsAt && work.endsAt && (
        <>
          <DateTime instant={work.startsAt} timeZone={timeZone} /> –{' '}
          <DateTime
            instant={work.endsAt}
            timeZone={timeZone}
            show={isSameDay(work.startsAt, work.endsAt, timeZone) ? 'time' : 'dateTime'}
          />
        </>
      )}
      {work.dueKm !== null && (
        <>
          {work.startsAt && ', '}
          {t('atKm', { km: formatKm(work.dueKm) })}
        </>
      )}
    </>
  )
}

function isSameDay(one: string, other: string, timeZone: string): boolean {
  return localDateOf(new Date(one), timeZone) === localDateOf(new Date(other), timeZone)
}
