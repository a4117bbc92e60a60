import { useTranslations } from 'next-intl'
import { DateTime } from '@/components/ui/date-time'
import { RowLink, RowList } from '@/components/ui/row-list'
import { StateBadge } from '@/components/ui/state-badge'
import type { DoneHandover } from '@/lib/dashboard/schema'

type DoneTodayProps = { done: DoneHandover[]; timeZone: string }

/** The day's pickups and returns that have taken place, the latest first. */
export function DoneToday({ done, timeZone }: DoneTodayProps) {
  const t = useTranslations('dashboard')
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold text-base">{t('done.title', { count: done.length })}</h2>
      <RowList>
        {done.map(({ kind, id, at, contractId, customer, vehicle }) => (
          <RowLink
            key={id}
            href={`/dashboard/contracts/${contractId}`}
            lead={
              <span className="grid w-24 sm:w-32">
                <span className="text-ink">{t(`tasks.${kind}`)}</span>
                <DateTime instant={at} timeZone={timeZone} show="time" />
              </span>
            }
            title={customer}
            detail={`${vehicle.plate} · ${vehicle.make} ${vehicle.model}`}
            aside={<StateBadge state="active">{t('done.state')}</StateBadge>}
          />
        ))}
      </RowList>
    </section>
  )
}
