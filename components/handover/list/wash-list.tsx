'use client'

import { useTranslations } from 'next-intl'
import { type MarkReady, ReadyButton } from '@/components/handover/list/ready-button'
import { usePhone } from '@/components/handover/phone/phone-context'
import { DateTime } from '@/components/ui/date-time'
import { StateBadge } from '@/components/ui/state-badge'
import type { Wash } from '@/lib/handover/offline/fetch'

/** The vehicles at the wash, each with the button that makes it ready. */
export function WashList({ washes, markReady }: { washes: Wash[]; markReady: MarkReady }) {
  const t = useTranslations('handover')
  const { timeZone } = usePhone()
  if (washes.length === 0) return null
  return (
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
                      {t('neededAt')} <DateTime instant={neededAt} timeZone={timeZone} show="dateTime" />
                    </>
                  )}
                  {isLate && <StateBadge state="overdue">{t('list.late')}</StateBadge>}
                </span>
              )}
            </span>
            <ReadyButton vehicleId={vehicle.id} markReady={markReady} />
          </li>
        ))}
      </ul>
    </section>
  )
}
