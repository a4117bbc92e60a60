import { useTranslations } from 'next-intl'
import {
  movePaymentAction,
  previewRefundAction,
  refundPaymentAction,
} from '@/app/(dashboard)/dashboard/invoices/actions'
import { DisputeRow } from '@/components/money/dispute-row'
import { MovePayment } from '@/components/money/move-payment'
import { RefundDialog } from '@/components/money/refund-dialog'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { StatusBadge } from '@/components/ui/status-badge'
import { isContested } from '@/lib/core/card-dispute'
import { formatMoney } from '@/lib/core/money'
import type { InvoiceDetail } from '@/lib/money/queries/detail'

type PaymentsCardProps = {
  payments: InvoiceDetail['payments']
  currency: string
  timeZone: string
  canRefund: boolean
  canMove: boolean
  /** Where evidence for a disputed payment is written; null where there is none. */
  packUrl: string | null
}

/** Money that came in for an invoice: at booking, from the security deposit, afterwards. */
export function PaymentsCard({
  payments,
  currency,
  timeZone,
  canRefund,
  canMove,
  packUrl,
}: PaymentsCardProps) {
  const t = useTranslations('money')
  return (
    <Card title={t('detail.payments')} flush={payments.length > 0}>
      {payments.length === 0 && <p className="text-muted text-sm">{t('detail.paymentsNone')}</p>}
      <ul className="divide-y">
        {payments.map((payment) => (
          <li key={payment.id} className="grid gap-1 px-4 py-3 text-sm">
            <div className="flex items-baseline justify-between gap-3">
              <span>
                {t(`purposes.${payment.purpose}`)}{' '}
                <span className="text-muted tabular">
                  {t(`methods.${payment.method}`)}
                  {payment.cardLast4 && ` •••• ${payment.cardLast4}`}
                </span>
              </span>
              <Money amountRappen={payment.amountRappen} currency={currency} className="font-medium" />
            </div>
            <div className="flex items-center justify-between gap-3">
              <DateTime instant={payment.at} timeZone={timeZone} show="date" className="text-muted text-xs" />
              <StatusBadge kind="payment" status={payment.status} />
            </div>
            <div className="flex flex-wrap justify-end gap-2 empty:hidden">
              {canMove && isMovable(payment) && (
                <MovePayment payment={payment} currency={currency} move={movePaymentAction} />
              )}
              {canRefund &&
                payment.refundableRappen > 0 &&
                isRefundable(payment) &&
                !isContested(payment.disputes) && (
                  <RefundDialog
                    payment={payment}
                    currency={currency}
                    refund={refundPaymentAction}
                    preview={previewRefundAction}
                  />
                )}
            </div>
            {payment.refundedRappen > 0 && (
              <p className="text-muted text-xs">
                {t('detail.refunded', { amount: formatMoney(payment.refundedRappen, currency) })}
              </p>
            )}
            {payment.overpaidRappen > 0 && (
              <p className="text-muted text-xs">
                {t('detail.overpaid', { amount: formatMoney(payment.overpaidRappen, currency) })}
              </p>
            )}
            {payment.disputes.map((dispute) => (
              <DisputeRow
                key={dispute.id}
                dispute={dispute}
                currency={currency}
                timeZone={timeZone}
                packUrl={packUrl}
              />
            ))}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function isRefundable({ status }: InvoiceDetail['payments'][number]): boolean {
  return status === 'succeeded' || status === 'partially_refunded'
}

/** What the database moves: recorded by somebody or brought by a bank file, and untouched since. */
function isMovable(payment: InvoiceDetail['payments'][number]): boolean {
  const { purpose, method, status, overpaidRappen } = payment
  return (
    purpose === 'invoice' &&
    ['cash', 'bank_transfer', 'qr_bill'].includes(method) &&
    status === 'succeeded' &&
    overpaidRappen === 0
  )
}
