import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import type { InvoiceDetail } from '@/lib/money/queries/detail'

type InvoicePaymentsProps = { invoice: InvoiceDetail; timeZone: string }

/** Money that came in for the invoice. */
export function InvoicePayments({ invoice, timeZone }: InvoicePaymentsProps) {
  const t = useTranslations('money')
  return (
    <Card title={t('payments.title')} flush={invoice.payments.length > 0}>
      {invoice.payments.length === 0 && <p className="text-muted text-sm">{t('payments.none')}</p>}
      <ul className="divide-y">
        {invoice.payments.map((payment) => (
          <li key={payment.id} className="grid gap-1.5 p-4 text-sm">
            <div className="flex items-baseline justify-between gap-3">
              <span>
                {t(`methods.${payment.method}`)}{' '}
                <span className="text-muted">{t(`purposes.${payment.purpose}`)}</span>
              </span>
              <Money
                amountRappen={payment.amountRappen}
                currency={invoice.currency}
                className="font-medium"
              />
            </div>
            <div className="flex items-center justify-between gap-3">
              <DateTime instant={payment.at} timeZone={timeZone} className="text-muted text-xs" />
              <StatusBadge kind="payment" status={payment.status} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
