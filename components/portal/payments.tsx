import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Money } from '@/components/ui/money'
import { formatDate } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'
import type { Portal } from '@/lib/portal/schema'

type PaymentsProps = {
  portal: Pick<Portal, 'payments' | 'invoices' | 'deposit'>
  currency: string
  ctx: { timeZone: string; locale: string }
}

/** What was paid, what is still open, and what is held as security; nothing where there is no money yet. */
export function Payments({ portal: { payments, invoices, deposit }, currency, ctx }: PaymentsProps) {
  const t = useTranslations('portal.payments')
  if (payments.length + invoices.length === 0 && !deposit) return null
  return (
    <section className="grid gap-3 rounded-lg border bg-surface p-5">
      <h2 className="font-semibold text-lg">{t('title')}</h2>
      <ul className="grid gap-3">
        {payments.map((payment) => (
          <Line
            key={payment.id}
            what={t(`purpose.${payment.purpose}`)}
            detail={`${t(`method.${payment.method}`)} · ${formatDate(payment.at, ctx)} · ${t(`status.${payment.status}`)}`}
            money={<Money amountRappen={payment.amountRappen} currency={currency} />}
          >
            {payment.refundedRappen > 0 &&
              t('refunded', { amount: formatMoney(payment.refundedRappen, currency) })}
          </Line>
        ))}
        {invoices.map((invoice) => (
          <Line
            key={invoice.number}
            what={t('invoice', { number: invoice.number })}
            detail={`${t(`invoiceStatus.${invoice.status}`)} · ${t('due', { date: calendarDay(invoice.dueOn, ctx.locale) })}`}
            money={<Money amountRappen={invoice.totalRappen} currency={currency} />}
          >
            {invoice.totalRappen > invoice.paidRappen &&
              t('open', { amount: formatMoney(invoice.totalRappen - invoice.paidRappen, currency) })}
          </Line>
        ))}
        {deposit && (
          <Line
            what={t('deposit')}
            detail={`${t(`method.${deposit.method}`)} · ${t(`depositStatus.${deposit.status}`)}`}
            money={<Money amountRappen={deposit.amountRappen} currency={currency} />}
          >
            {deposit.capturedRappen > 0
              ? t('captured', { amount: formatMoney(deposit.capturedRappen, currency) })
              : deposit.expiresAt && t('depositUntil', { date: formatDate(deposit.expiresAt, ctx) })}
          </Line>
        )}
      </ul>
    </section>
  )
}

/** A calendar day belongs to no zone: read and written in the same one, it stays itself. */
function calendarDay(date: string, locale: string): string {
  return formatDate(new Date(`${date}T12:00:00Z`), { timeZone: 'UTC', locale })
}

type LineProps = { what: string; detail: string; money: ReactNode; children: ReactNode }

function Line({ what, detail, money, children }: LineProps) {
  return (
    <li className="flex justify-between gap-4">
      <div className="min-w-0">
        <p>{what}</p>
        <p className="text-muted text-sm">{detail}</p>
        {children && <p className="tabular text-sm">{children}</p>}
      </div>
      <p className="shrink-0">{money}</p>
    </li>
  )
}
