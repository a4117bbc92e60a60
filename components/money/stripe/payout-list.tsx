import { useTranslations } from 'next-intl'
import { LocalDate } from '@/components/money/local-date'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import type { Payout } from '@/lib/money/stripe/queries'

type PayoutListProps = { payouts: Payout[]; timeZone: string }

/** What Stripe paid out, the latest first. */
export function PayoutList({ payouts, timeZone }: PayoutListProps) {
  const t = useTranslations('money.stripe')
  return (
    <Card title={t('payouts')} flush={payouts.length > 0}>
      {payouts.length === 0 && <p className="text-muted text-sm">{t('payoutsNone')}</p>}
      <ul className="divide-y">
        {payouts.map((payout) => (
          <li key={payout.id} className="grid gap-1 px-4 py-3 text-sm">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="flex items-center gap-2">
                <Money
                  amountRappen={payout.amountRappen}
                  currency={payout.currency}
                  className="font-medium"
                />
                <StatusBadge kind="payout" status={payout.status} />
              </span>
              <span className="text-muted">
                {payout.arrivedOn ? t('arrived') : t('arrives')}{' '}
                <LocalDate day={payout.arrivedOn ?? payout.arrivesOn} />
              </span>
            </div>
            <p className="flex flex-wrap gap-x-2 text-faint text-xs">
              <DateTime instant={payout.at} timeZone={timeZone} />
              <span className="break-all">{payout.ref}</span>
            </p>
            {payout.failure && <p className="text-overdue-text">{payout.failure}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
