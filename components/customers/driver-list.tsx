import { useLocale, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { formatDate } from '@/lib/core/dates'
import type { CustomerDetail } from '@/lib/customers/queries'

type DriverListProps = { drivers: CustomerDetail['drivers']; today: string; timeZone: string }

function written(date: string): string {
  return date.split('-').reverse().join('.')
}

/** Who may drive, and whether their licence is good. */
export function DriverList({ drivers, today, timeZone }: DriverListProps) {
  const t = useTranslations('customers.detail')
  const locale = useLocale()
  if (drivers.length === 0) return <p className="text-muted text-sm">{t('driversNone')}</p>
  return (
    <ul className="grid gap-4 text-sm">
      {drivers.map((driver) => {
        const { licenceExpiresOn, licenceNumber, verifiedAt } = driver
        const isPast = licenceExpiresOn !== null && licenceExpiresOn < today
        return (
          <li key={driver.id} className="grid gap-0.5">
            <span className="font-medium">{driver.name}</span>
            {licenceNumber && (
              <span className="text-muted">
                {t('licence', { number: licenceNumber, categories: driver.licenceCategories.join(', ') })}
              </span>
            )}
            {licenceExpiresOn && (
              <span className={cn('text-muted', isPast && 'text-overdue-text')}>
                {t(isPast ? 'licencePast' : 'licenceUntil', { date: written(licenceExpiresOn) })}
              </span>
            )}
            {verifiedAt && (
              <span className="text-faint text-xs">
                {t('verified', { date: formatDate(new Date(verifiedAt), { timeZone, locale }) })}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
