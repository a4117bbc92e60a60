import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { markVehicleReadyAction } from '@/app/(dashboard)/dashboard/fleet/actions'
import { decideUpsellAction } from '@/app/(dashboard)/dashboard/reservations/actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { RowLink } from '@/components/ui/row-list'
import { StateBadge } from '@/components/ui/state-badge'
import { formatDay } from '@/lib/core/dates'
import { labelOf } from '@/lib/core/labels'
import type { Task } from '@/lib/dashboard/schema'

type DayTaskProps = {
  task: Task
  timeZone: string
  currency: string
  /** Its time lies beyond the coming midnight, or before the last one. */
  isOtherDay: boolean
}

/** Something that has to happen in the day; the line leads to where it is done. */
export function DayTask({ task, timeZone, currency, isOtherDay }: DayTaskProps) {
  const t = useTranslations('dashboard.tasks')
  const box = useTranslations('reservations.keyBox.badge')
  const locale = useLocale()
  const vehicle = 'vehicle' in task && `${task.vehicle.plate} · ${task.vehicle.make} ${task.vehicle.model}`
  const late = task.isLate && <StateBadge state="overdue">{t('late')}</StateBadge>
  const soon = !isOtherDay && <StateBadge state="due">{t('due')}</StateBadge>
  // The hour of another day says little; of tomorrow's, the heading says the day.
  const hasDate = isOtherDay && (task.isLate || task.kind === 'maintenance')
  const timed = (
    <Lead title={t(task.kind)}>
      <DateTime
        instant={task.at}
        timeZone={timeZone}
        show={hasDate ? 'date' : 'time'}
        className="whitespace-normal text-balance"
      />
    </Lead>
  )
  if (task.kind === 'unpaid')
    return (
      <RowLink
        href={`/dashboard/invoices/${task.invoiceId}`}
        lead={<Lead title={t('unpaid')} />}
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
  if (task.kind === 'overpaid')
    return (
      <RowLink
        href={`/dashboard/invoices/${task.invoiceId}`}
        lead={<Lead title={t('overpaid')} />}
        title={task.customer}
        detail={`${task.number} · ${t('overpaidText')}`}
        aside={
          <>
            <Money amountRappen={task.extraRappen} currency={currency} />
            {late || <StateBadge state="due">{t('toSettle')}</StateBadge>}
          </>
        }
      />
    )
  if ('daysLeft' in task)
    return (
      <RowLink
        href={`/dashboard/customers/${task.customerId}`}
        lead={<Lead title={t(task.kind)} />}
        title={task.customer}
        detail={t('answerBy', { date: formatDay(task.dueOn, locale) })}
        aside={
          late || (
            <StateBadge state={task.daysLeft <= 7 ? 'due' : 'pending'}>
              {t('daysLeft', { days: task.daysLeft })}
            </StateBadge>
          )
        }
      />
    )
  if (task.kind === 'upsell')
    return (
      <RowLink
        href={`/dashboard/reservations/${task.reservationId}`}
        lead={<Lead title={t(task.isUpgrade ? 'upgrade' : 'upsell')} />}
        title={task.customer}
        detail={`${task.quantity > 1 ? `${task.quantity} × ` : ''}${labelOf(task.names, locale)} · ${task.number}`}
        aside={
          <>
            <Money amountRappen={task.amountRappen} currency={currency} />
            {late}
          </>
        }
        action={
          <span className="flex gap-2">
            <ActionButton
              action={decideUpsellAction}
              input={{ id: task.upsellId, accepts: true }}
              size="sm"
              done={t(task.isUpgrade ? 'upgradeMade' : 'upsellAdded')}
            >
              {t('upsellYes')}
            </ActionButton>
            <ActionButton
              action={decideUpsellAction}
              input={{ id: task.upsellId, accepts: false }}
              size="sm"
              variant="ghost"
              done={t('upsellDeclined')}
            >
              {t('upsellNo')}
            </ActionButton>
          </span>
        }
      />
    )
  if ('amountRappen' in task)
    return (
      <RowLink
        href={`/dashboard/contracts/${task.contractId}`}
        lead={<Lead title={t(task.kind)} />}
        title={task.customer}
        detail={
          <>
            {task.number} · {t('returned')}{' '}
            <DateTime instant={task.at} timeZone={timeZone} show={isOtherDay ? 'date' : 'time'} />
          </>
        }
        aside={
          <>
            {task.amountRappen !== null && <Money amountRappen={task.amountRappen} currency={currency} />}
            {late || (
              <StateBadge state="due">{t(task.kind === 'deposit' ? 'toSettle' : 'toWrite')}</StateBadge>
            )}
          </>
        }
      />
    )
  if (task.kind === 'cleaning')
    return (
      <RowLink
        href={`/dashboard/fleet/${task.vehicle.id}`}
        lead={<Lead title={t('cleaning')} />}
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
        aside={
          late || (
            <StateBadge state="cleaning" className="max-sm:hidden">
              {t('toWash')}
            </StateBadge>
          )
        }
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
  if (task.kind === 'maintenance')
    return (
      <RowLink
        href={`/dashboard/fleet/${task.vehicle.id}`}
        lead={timed}
        title={vehicle}
        detail={task.workshop ?? undefined}
        aside={
          late || <StateBadge state="maintenance">{t(task.isThere ? 'inWorkshop' : 'toWorkshop')}</StateBadge>
        }
      />
    )
  if (task.kind === 'hold')
    return (
      <RowLink
        href={`/dashboard/reservations/${task.reservationId}`}
        lead={timed}
        title={task.customer}
        detail={`${vehicle} · ${task.number}`}
        aside={<StateBadge state="hold">{t('lapses')}</StateBadge>}
      />
    )
  if ('handoverId' in task)
    return (
      <RowLink
        href={`/handover/${task.handoverId}`}
        lead={timed}
        title={task.customer}
        detail={`${vehicle} · ${task.number}`}
        aside={late || <StateBadge state="due">{t('toRecord')}</StateBadge>}
      />
    )
  return (
    <RowLink
      href={
        task.kind === 'pickup'
          ? `/dashboard/reservations/${task.reservationId}`
          : `/dashboard/contracts/${task.contractId}`
      }
      lead={timed}
      title={task.customer}
      detail={[vehicle, task.place, task.kind === 'pickup' && task.keyBox && box(task.keyBox)]
        .filter(Boolean)
        .join(' · ')}
      isWhole
      aside={
        <>
          {late || soon}
          {task.kind === 'pickup' && !task.isVehicleReady && (
            <StateBadge state="cleaning">{t('vehicleNotReady')}</StateBadge>
          )}
        </>
      }
    />
  )
}

function Lead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <span className="grid w-18 sm:w-32">
      <span className="text-ink">{title}</span>
      {children}
    </span>
  )
}
