import { ArrowLeft, ClipboardCheck } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { markVehicleReadyAction } from '@/app/(handover)/handover/actions'
import { HandoverTask } from '@/components/handover/list/handover-task'
import { ReadyButton } from '@/components/handover/list/ready-button'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { StateBadge } from '@/components/ui/state-badge'
import { formatDate } from '@/lib/core/dates'
import { getDay, isOtherDay } from '@/lib/dashboard/day'

export const generateMetadata = pageTitle('handover')

/** Today's pickups and returns, what is late first, and the vehicles at the wash. */
export default async function HandoverPage() {
  const ctx = await pageContext('handover.perform')
  const [t, { tasks }] = await Promise.all([getTranslations('handover'), getDay(ctx)])
  const handovers = tasks.filter((task) => task.kind === 'pickup' || task.kind === 'return')
  const washes = tasks.filter((task) => task.kind === 'cleaning')
  const ordered = [...handovers.filter(({ isLate }) => isLate), ...handovers.filter(({ isLate }) => !isLate)]
  return (
    <div className="mx-auto grid w-full max-w-xl gap-6 px-4 pt-2 pb-8">
      <header className="grid gap-1">
        <IconButton label={t('toDashboard')} asChild className="-ml-3 size-12">
          <Link href="/dashboard">
            <ArrowLeft />
          </Link>
        </IconButton>
        <h1 className="font-semibold text-2xl tracking-tight">{t('title')}</h1>
        <p className="text-muted">{formatDate(ctx.now(), { timeZone: ctx.timeZone, locale: ctx.locale })}</p>
      </header>
      {ordered.length === 0 && (
        <EmptyState picture={<ClipboardCheck aria-hidden="true" />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {ordered.map((task) => (
          <HandoverTask
            key={task.id}
            task={task}
            timeZone={ctx.timeZone}
            showsDay={task.isLate || isOtherDay(ctx, task.at)}
          />
        ))}
      </ul>
      {washes.length > 0 && (
        <section className="grid gap-3">
          <h2 className="font-semibold text-lg">{t('washes')}</h2>
          <ul className="grid gap-2">
            {washes.map(({ id, vehicle, neededAt, isLate }) => (
              <li key={id} className="flex items-center gap-3 rounded-lg border bg-surface py-2 pr-2 pl-4">
                <span className="grid min-w-0 flex-1">
                  <span className="tabular font-medium">{vehicle.plate}</span>
                  <span className="truncate text-muted text-sm">
                    {vehicle.make} {vehicle.model}
                  </span>
                  {(isLate || neededAt) && (
                    <span className="flex flex-wrap items-center gap-x-2 text-sm">
                      {neededAt && (
                        <>
                          {t('neededAt')}{' '}
                          <DateTime instant={neededAt} timeZone={ctx.timeZone} show="dateTime" />
                        </>
                      )}
                      {isLate && <StateBadge state="overdue">{t('list.late')}</StateBadge>}
                    </span>
                  )}
                </span>
                <ReadyButton vehicleId={vehicle.id} markReady={markVehicleReadyAction} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
