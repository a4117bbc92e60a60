import { useTranslations } from 'next-intl'
import { markVehicleReadyAction } from '@/app/(dashboard)/dashboard/fleet/actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { RowLink } from '@/components/ui/row-list'
import { StateBadge } from '@/components/ui/state-badge'
import type { Task } from '@/lib/dashboard/schema'

/** Something that has to happen today; the line leads to where it is done. */
export function DayTask({ task, timeZone, currency }: { task: Task; timeZone: string; currency: string }) {
  const t = useTranslations('dashboard.tasks')
  const vehicle = 'vehicle' in task && `${task.vehicle.plate} · ${task.vehicle.make} ${task.vehicle.model}`
  const late = task.isLate && <StateBadge state="overdue">{t('late')}</StateBadge>
  if (task.kind === 'unpaid')
    return (
      <RowLink
        href={`/dashboard/invoices/${task.invoiceId}`}
        lead={<span className="inline-block w-24">{t('unpaid')}</span>}
        title={task.customer}
        detail={task.number}
        aside={
          <>
            <Money amountRappen={task.openRappen} currency={currency} />
            {late}
          </>
        }
      />
    )
  if (task.kind === 'cleaning')
    return (
      <RowLink
        href={`/dashboard/fleet/${task.vehicle.id}`}
        lead={<span className="inline-block w-24">{t('cleaning')}</span>}
        title={vehicle}
        detail={
          task.neededAt ? (
            <>
              {t('neededAt')} <DateTime instant={task.neededAt} timeZone={timeZone} show="dateTime" />
            </>
          ) : (
            t('notNeededYet')
          )
        }
        aside={late || <StateBadge state="cleaning">{t('toWash')}</StateBadge>}
        action={
          <ActionButton
            action={markVehicleReadyAction}
            input={{ id: task.vehicle.id }}
            size="sm"
            done={t('readyDone')}
          >
            {t('ready')}
          </ActionButton>
        }
      />
    )
  return (
    <RowLink
      href={
        task.kind === 'pickup'
          ? `/dashboard/reservations/${task.reservationId}`
          : `/dashboard/contracts/${task.contractId}`
      }
      lead={
        <span className="grid w-24">
          <span className="text-ink">{t(task.kind)}</span>
          <DateTime instant={task.at} timeZone={timeZone} show={task.isLate ? 'dateTime' : 'time'} />
        </span>
      }
      title={task.customer}
      detail={`${vehicle} · ${task.place}`}
      aside={
        <>
          {late || <StateBadge state="due">{t('due')}</StateBadge>}
          {task.kind === 'pickup' && !task.isVehicleReady && (
            <StateBadge state="cleaning">{t('vehicleNotReady')}</StateBadge>
          )}
        </>
      }
    />
  )
}
