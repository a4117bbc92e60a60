import { useLocale, useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/core/dates'
import type { PastChange } from '@/lib/reservations/queries/changes'

/** What a change changed, old and new. */
export function Differences({
  change: { before, after, driver },
  timeZone,
}: {
  change: PastChange
  timeZone: string
}) {
  const t = useTranslations('changes')
  const locale = useLocale()
  const time = (at: string) => formatDateTime(new Date(at), { timeZone, locale })
  const rows = [
    { label: t('vehicle'), from: before.plate, to: after.plate },
    { label: t('start'), from: time(before.startsAt), to: time(after.startsAt) },
    { label: t('end'), from: time(before.endsAt), to: time(after.endsAt) },
  ].filter(({ from, to }) => from !== to)
  return (
    <ul className="tabular">
      {rows.map(({ label, from, to }) => (
        <li key={label}>
          {label} {from} → {to}
        </li>
      ))}
      {driver && <li>{t('driverJoined', { name: driver })}</li>}
      {before.extras !== after.extras && <li>{t('extrasChanged')}</li>}
    </ul>
  )
}
