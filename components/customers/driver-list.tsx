import { Pencil, ShieldCheck, UserMinus, UserPlus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import {
  removeDriverAction,
  setDriverActiveAction,
  verifyDriverAction,
} from '@/app/(dashboard)/dashboard/customers/record-actions'
import { DriverDialog } from '@/components/customers/records/driver-dialog'
import { ActionButton } from '@/components/dashboard/action-button'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { formatDate, formatDay } from '@/lib/core/dates'
import type { CustomerDetail, Driver } from '@/lib/customers/queries'

type DriverListProps = { customer: CustomerDetail; today: string; timeZone: string; canEdit: boolean }

/** Who may drive, and whether their licence is good. */
export function DriverList({ customer, today, timeZone, canEdit }: DriverListProps) {
  const t = useTranslations('customers.drivers')
  const { id, drivers } = customer
  return (
    <Card
      title={t('title')}
      actions={
        canEdit && (
          <DriverDialog
            customerId={id}
            trigger={
              <Button size="sm">
                <UserPlus aria-hidden="true" />
                {t('add')}
              </Button>
            }
          />
        )
      }
    >
      {drivers.length === 0 && <p className="text-muted text-sm">{t('none')}</p>}
      <ul className="grid gap-4 divide-y text-sm [&>li:not(:last-child)]:pb-4">
        {drivers.map((driver) => (
          <li key={driver.id} className="grid gap-2">
            <DriverFacts driver={driver} today={today} timeZone={timeZone} />
            {canEdit && <DriverActions customerId={id} driver={driver} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function DriverFacts({ driver, today, timeZone }: { driver: Driver; today: string; timeZone: string }) {
  const t = useTranslations('customers.drivers')
  const locale = useLocale()
  const { licenceExpiresOn, licenceNumber, verifiedAt, licenceCodes } = driver
  const isPast = licenceExpiresOn !== null && licenceExpiresOn < today
  const held = driver.licenceCategories.map((category) => {
    const since = driver.licenceSince[category]
    return since ? t('categorySince', { category, year: since.slice(0, 4) }) : category
  })
  return (
    <div className="grid gap-0.5">
      <p className="flex flex-wrap items-baseline gap-2">
        <span className="font-medium">{driver.name}</span>
        {!driver.active && <Badge>{t('inactive')}</Badge>}
      </p>
      {licenceNumber && (
        <p className="text-muted">
          {t('licence', { number: licenceNumber, country: driver.licenceCountry })}
        </p>
      )}
      {held.length > 0 && <p className="text-muted">{held.join(', ')}</p>}
      {licenceCodes.length > 0 && (
        <p className="text-muted">{t('codes', { codes: licenceCodes.join(', ') })}</p>
      )}
      {licenceExpiresOn && (
        <p className={cn('text-muted', isPast && 'text-overdue-text')}>
          {t(isPast ? 'past' : 'until', { date: formatDay(licenceExpiresOn, locale) })}
        </p>
      )}
      <p className="text-muted text-xs">
        {verifiedAt
          ? t('verified', { date: formatDate(new Date(verifiedAt), { timeZone, locale }) })
          : t('unverified')}
      </p>
    </div>
  )
}

function DriverActions({ customerId, driver }: { customerId: string; driver: Driver }) {
  const t = useTranslations('customers.drivers')
  const { id, name, active, verifiedAt } = driver
  return (
    <div className="flex flex-wrap gap-2">
      <DriverDialog
        customerId={customerId}
        driver={driver}
        trigger={
          <Button size="sm">
            <Pencil aria-hidden="true" />
            {t('edit')}
          </Button>
        }
      />
      {verifiedAt === null && driver.licenceNumber && (
        <ActionButton size="sm" action={verifyDriverAction} input={{ id }} done={t('verifyDone', { name })}>
          <ShieldCheck aria-hidden="true" />
          {t('verify')}
        </ActionButton>
      )}
      <ActionButton
        size="sm"
        variant="ghost"
        action={setDriverActiveAction}
        input={{ id, active: !active }}
        done={t(active ? 'withdrawn' : 'admitted', { name })}
      >
        {t(active ? 'withdraw' : 'admit')}
      </ActionButton>
      {verifiedAt === null && (
        <ConfirmAction
          trigger={
            <Button size="sm" variant="ghost">
              <UserMinus aria-hidden="true" />
              {t('remove')}
            </Button>
          }
          title={t('removeTitle', { name })}
          consequences={[t('removeText')]}
          confirmLabel={t('remove')}
          action={removeDriverAction}
          input={{ id }}
          done={t('removed', { name })}
        />
      )}
    </div>
  )
}
