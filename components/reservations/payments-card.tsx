import { useTranslations } from 'next-intl'
import { previewRefundAction, refundPaymentAction } from '@/app/(dashboard)/dashboard/invoices/actions'
import { DisputeRow } from '@/components/money/dispute-row'
import { RefundDialog } from '@/components/money/refund-dialog'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import { isContested } from '@/lib/core/card-dispute'
import { formatMoney } from '@/lib/core/money'
import type { PaymentRow } from '@/lib/reservations/queries/detail'
import { refundableRappen } from '@/lib/reservations/rules'

type PaymentsCardProps = { payments: PaymentRow[]; timeZone: string; canRefund: boolean }

/** What was paid towards a reservation, and what went back. */
export function PaymentsCard({ payments, timeZone, canRefund }: PaymentsCardProps) {
  const t = useTranslations('reservations')
  return (
    <Card title={t('detail.payments')} flush={payments.length > 0}>
      {payments.length === 0 && <p className="text-muted text-sm">{t('detail.paymentsNone')}</p>}
      <ul className="divide-y">
        {payments.map((payment) => (
          <li key={payment.id} className="grid gap-1.5 p-4 text-sm">
            <div className="flex items-baseline justify-between gap-3">
              <span>
                {t(`payment.purposes.${payment.purpose}`)}{' '}
                <span className="text-muted">{t(`payment.methods.${payment.method}`)}</span>
              </span>
              <Money
                amountRappen={payment.amountRappen}
                currency={payment.currency}
                className="font-medium"
              />
            </div>
            <div className="flex items-center justify-between gap-3">
              <DateTime
                instant={payment.settledAt ?? payment.createdAt}
                timeZone={timeZone}
                className="text-muted text-xs"
              />
              <StatusBadge kind="payment" status={payment.status} />
            </div>
            {payment.refunds.map((refund) => (
              <p key={refund.id} className="text-muted text-xs">
                {t(`payment.refunds.${refund.status}`, {
                  amount: formatMoney(refund.amountRappen, payment.currency),
                })}
                {', '}
                <DateTime instant={refund.createdAt} timeZone={timeZone} show="date" />
              </p>
            ))}
            {payment.disputes.map((dispute) => (
              <DisputeRow
                key={dispute.id}
                dispute={dispute}
                currency={payment.currency}
                timeZone={timeZone}
                packUrl={null}
              />
            ))}
            {canRefund && refundableRappen(payment) > 0 && !isContested(payment.disputes) && (
              <RefundDialog
                payment={{ ...payment, refundableRappen: refundableRappen(payment) }}
                currency={payment.currency}
                refund={refundPaymentAction}
                preview={previewRefundAction}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
