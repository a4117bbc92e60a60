import { ArrowDownLeft, ArrowUpRight, ChevronRight, Navigation } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PhoneLink } from '@/components/handover/phone/go'
import { usePhone } from '@/components/handover/phone/phone-context'
import { addressOf } from '@/components/handover/phone/places'
import { KeyBoxBadge } from '@/components/reservations/key-box-badge'
import { DateTime } from '@/components/ui/date-time'
import { StateBadge } from '@/components/ui/state-badge'
import { formatTime } from '@/lib/core/dates'
import type { HandoverView } from '@/lib/handover/offline/view'
import { handoverName } from '@/lib/handover/rules'

type HandoverTaskProps = {
  handover: HandoverView
  isLate: boolean
  /** With its date, because it is not today's. */
  showsDay: boolean
}

const NOT_THERE = ['rented', 'cleaning', 'maintenance']

/** A vehicle that leaves or comes back: when, which, with whom, and how far it is. */
export function HandoverTask({ handover, isLate, showsDay }: HandoverTaskProps) {
  const t = useTranslations('handover.list')
  const { timeZone } = usePhone()
  const { kind, isExchange, vehicle, customer, place, dueAt, isBegun, isDone, problem, arrivalTold, keyBox } =
    handover
  const isPickup = kind === 'pickup'
  const Arrow = isPickup ? ArrowUpRight : ArrowDownLeft
  return (
    <li>
      <PhoneLink
        href={addressOf(handover)}
        className="flex min-h-24 items-center gap-3 rounded-lg border border-line-strong bg-surface p-4 hover:bg-sunken"
      >
        <span className="grid min-w-0 flex-1 gap-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
            <span className="inline-flex items-center gap-1 font-medium">
              <Arrow aria-hidden="true" className="size-4 text-muted" />
              {t(handoverName(handover))}
            </span>
            <DateTime
              instant={dueAt}
              timeZone={timeZone}
              show={showsDay ? 'dateTime' : 'time'}
              className="text-muted"
            />
            {problem ? (
              <StateBadge state="overdue">{t('needsYou')}</StateBadge>
            ) : isDone ? (
              <StateBadge state="pending">{t('notSent')}</StateBadge>
            ) : (
              isLate && <StateBadge state="overdue">{t('late')}</StateBadge>
            )}
            {isPickup && !isExchange && !isDone && NOT_THERE.includes(vehicle.status) && (
              <StateBadge state="cleaning">{t('vehicleNotReady')}</StateBadge>
            )}
            {keyBox && !isBegun && !isDone && <KeyBoxBadge state={keyBox} />}
            {isBegun && !isExchange && !isDone && <StateBadge state="active">{t('begun')}</StateBadge>}
          </span>
          <span className="line-clamp-2 font-semibold text-lg">{customer.name}</span>
          <span className="truncate text-muted text-sm">
            <span className="tabular text-ink">{vehicle.plate}</span> · {vehicle.make} {vehicle.model}
            {place && ` · ${place}`}
          </span>
          {arrivalTold && !isBegun && (
            <span className="flex items-start gap-1.5 text-confirmed-text text-sm">
              <Navigation aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
              {t(arrivalTold.by ? 'onTheWayBy' : 'onTheWay', {
                at: formatTime(new Date(arrivalTold.arrivesAt), timeZone),
                name: arrivalTold.by ?? '',
              })}
            </span>
          )}
        </span>
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-faint" />
      </PhoneLink>
    </li>
  )
}
