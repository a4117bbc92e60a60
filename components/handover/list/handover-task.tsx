import { ArrowDownLeft, ArrowUpRight, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateTime } from '@/components/ui/date-time'
import { StateBadge } from '@/components/ui/state-badge'
import type { Task } from '@/lib/dashboard/schema'

type HandoverTaskProps = {
  task: Extract<Task, { kind: 'pickup' | 'return' }>
  timeZone: string
  /** With its date, because it is not today's. */
  showsDay: boolean
}

/** A vehicle that leaves or comes back: when, which, with whom. */
export function HandoverTask({ task, timeZone, showsDay }: HandoverTaskProps) {
  const t = useTranslations('handover.list')
  const isPickup = task.kind === 'pickup'
  const href = isPickup
    ? `/handover/reservations/${task.reservationId}`
    : `/handover/contracts/${task.contractId}`
  const Arrow = isPickup ? ArrowUpRight : ArrowDownLeft
  return (
    <li>
      <Link
        href={href}
        className="flex min-h-24 items-center gap-3 rounded-lg border border-line-strong bg-surface p-4 hover:bg-sunken"
      >
        <span className="grid min-w-0 flex-1 gap-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
            <span className="inline-flex items-center gap-1 font-medium">
              <Arrow aria-hidden="true" className="size-4 text-muted" />
              {t(task.kind)}
            </span>
            <DateTime
              instant={task.at}
              timeZone={timeZone}
              show={showsDay ? 'dateTime' : 'time'}
              className="text-muted"
            />
            {task.isLate && <StateBadge state="overdue">{t('late')}</StateBadge>}
            {isPickup && !task.isVehicleReady && (
              <StateBadge state="cleaning">{t('vehicleNotReady')}</StateBadge>
            )}
            {isPickup && task.isBegun && <StateBadge state="active">{t('begun')}</StateBadge>}
          </span>
          <span className="truncate font-semibold text-lg">{task.customer}</span>
          <span className="truncate text-muted text-sm">
            <span className="tabular text-ink">{task.vehicle.plate}</span> · {task.vehicle.make}{' '}
            {task.vehicle.model} · {task.place}
          </span>
        </span>
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-faint" />
      </Link>
    </li>
  )
}
