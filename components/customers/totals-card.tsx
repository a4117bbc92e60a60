import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { TextLink } from '@/components/ui/text-link'
import type { Totals } from '@/lib/customers/overview'

type TotalsCardProps = {
  totals: Totals
  currency: string
  timeZone: string
  /** Where it is written how what is open came about. */
  statementHref: string | false
}

type Fact = { label: string; value: ReactNode; note?: ReactNode }

/** What a customer means to the company: how often, how much, when last. */
export function TotalsCard({ totals, currency, timeZone, statementHref }: TotalsCardProps) {
  const t = useTranslations('customers.totals')
  const gone = [
    totals.cancelled > 0 && t('cancelled', { count: totals.cancelled }),
    totals.no_shows > 0 && t('noShows', { count: totals.no_shows }),
  ].filter(Boolean)
  const facts = [
    { label: t('bookings'), value: totals.bookings, note: gone.join(', ') },
    { label: t('spend'), value: <Money amountRappen={totals.spend_rappen} currency={currency} /> },
    {
      label: t('open'),
      value: (
        <Money
          amountRappen={totals.open_rappen}
          currency={currency}
          className={totals.open_rappen > 0 ? 'text-overdue-text' : ''}
        />
      ),
      note: statementHref && <TextLink href={statementHref}>{t('statement')}</TextLink>,
    },
    ...(totals.credit_rappen > 0
      ? [{ label: t('credit'), value: <Money amountRappen={totals.credit_rappen} currency={currency} /> }]
      : []),
    {
      label: t('last'),
      value: totals.last_booking_at ? (
        <DateTime instant={totals.last_booking_at} timeZone={timeZone} show="date" />
      ) : (
        t('never')
      ),
    },
  ]
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-4 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none">
        {facts.map(({ label, value, note }: Fact) => (
          <div key={label} className="grid content-start gap-0.5">
            <dt className="text-muted text-xs">{label}</dt>
            <dd className="tabular font-semibold text-base">{value}</dd>
            {note && <dd className="text-muted text-xs">{note}</dd>}
          </div>
        ))}
      </dl>
    </Card>
  )
}
