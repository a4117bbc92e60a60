import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { DateTime } from '@/components/ui/date-time'
import type { Way } from '@/lib/fleet/maintenance/schema'

/** What a period meets: nothing, bookings that change their vehicle for it, or promises that stand. */
export function WayNotice({ way, timeZone, title }: { way: Way; timeZone: string; title?: string }) {
  const t = useTranslations('fleet.maintenance.way')
  const { conflicts, moves } = way
  if (conflicts.length > 0)
    return (
      <Alert tone="danger" role="alert" title={title ?? t('blocked')}>
        <ul className="grid gap-1">
          {conflicts.map(({ kind, number, customer, startsAt, endsAt }) => (
            <li key={`${kind}-${startsAt}`}>
              {number ? `${number}, ${customer}` : t(`kinds.${kind}`)}
              {': '}
              <DateTime instant={startsAt} timeZone={timeZone} /> –{' '}
              <DateTime instant={endsAt} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      </Alert>
    )
  if (moves.length > 0)
    return (
      <Alert tone="warning" role="status" title={t('moves', { count: moves.length })}>
        <ul className="grid gap-1">
          {moves.map(({ number, customer, from, to }) => (
            <li key={number}>{t('move', { number, customer, from, to })}</li>
          ))}
        </ul>
      </Alert>
    )
  return <Alert tone="success" role="status" title={t('free')} />
}
