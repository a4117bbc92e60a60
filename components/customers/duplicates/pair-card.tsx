import { Merge } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { keepApartAction } from '@/app/(dashboard)/dashboard/customers/record-actions'
import { Phone } from '@/components/customers/phone'
import { ActionButton } from '@/components/dashboard/action-button'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { DateTime } from '@/components/ui/date-time'
import { TextLink } from '@/components/ui/text-link'
import { formatDay } from '@/lib/core/dates'
import type { DuplicatePair, Outline } from '@/lib/customers/duplicates'

/** Two customers side by side, what they have in common, and the two answers. */
export function PairCard({
  pair: { first, second, reasons },
  timeZone,
}: {
  pair: DuplicatePair
  timeZone: string
}) {
  const t = useTranslations('customers.duplicates')
  const [keep, drop] = second.reservations > first.reservations ? [second, first] : [first, second]
  return (
    <li className="grid gap-4 rounded-lg border bg-surface p-4 text-sm">
      <div className="grid gap-4 sm:grid-cols-2">
        {[keep, drop].map((customer) => (
          <OutlineFacts key={customer.id} customer={customer} timeZone={timeZone} />
        ))}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3 border-t pt-3">
        <p className="text-muted">
          {t('same', { what: reasons.map((reason) => t(`reasons.${reason}`)).join(', ') })}
        </p>
        <div className="flex flex-wrap gap-2">
          <ActionButton
            size="sm"
            action={keepApartAction}
            input={{ keepId: keep.id, dropId: drop.id }}
            done={t('apartDone')}
          >
            {t('apart')}
          </ActionButton>
          <Button asChild size="sm" variant="primary">
            <Link href={`/dashboard/customers/merge?keep=${keep.id}&drop=${drop.id}`}>
              <Merge aria-hidden="true" />
              {t('merge')}
            </Link>
          </Button>
        </div>
      </div>
    </li>
  )
}

function OutlineFacts({ customer, timeZone }: { customer: Outline; timeZone: string }) {
  const t = useTranslations('customers.duplicates')
  const locale = useLocale()
  const address = [
    [customer.street, customer.house_number].filter(Boolean).join(' '),
    [customer.postal_code, customer.town].filter(Boolean).join(' '),
  ].filter(Boolean)
  return (
    <div className="grid min-w-0 content-start gap-0.5">
      <p className="flex flex-wrap items-baseline gap-2">
        <TextLink href={`/dashboard/customers/${customer.id}`} className="font-medium">
          {customer.name}
        </TextLink>
        {customer.blocked && <Badge className="text-overdue-text">{t('blocked')}</Badge>}
      </p>
      <p className="text-muted">
        {customer.number} · <DateTime instant={customer.created_at} timeZone={timeZone} show="date" /> ·{' '}
        {t('reservations', { count: customer.reservations })}
      </p>
      {customer.birth_date && <p className="tabular">{formatDay(customer.birth_date, locale)}</p>}
      {customer.email && <p className="break-all">{customer.email}</p>}
      {customer.phone && (
        <p>
          <Phone number={customer.phone} />
        </p>
      )}
      {address.length > 0 && <p>{address.join(', ')}</p>}
    </div>
  )
}
