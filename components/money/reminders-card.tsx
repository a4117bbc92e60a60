import { useTranslations } from 'next-intl'
import { remindInvoiceAction } from '@/app/(dashboard)/dashboard/invoices/actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { LocalDate } from '@/components/money/local-date'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import { localDateOf } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'
import type { InvoiceDetail } from '@/lib/money/queries/detail'
import { nextReminderFrom } from '@/lib/money/rules'

type RemindersCardProps = {
  invoice: InvoiceDetail
  timeZone: string
  today: string
  /** What the second and third cost. */
  feeRappen: number
  canRemind: boolean
}

/** What was reminded of and when, and the next reminder. */
export function RemindersCard({ invoice, timeZone, today, feeRappen, canRemind }: RemindersCardProps) {
  const t = useTranslations('money.reminders')
  const { reminders } = invoice
  const next = reminders.length + 1
  const sentOn = reminders.map(({ at }) => localDateOf(new Date(at), timeZone))
  const from = nextReminderFrom(invoice.dueOn, sentOn)
  const fee = formatMoney(feeRappen, invoice.currency)
  return (
    <Card title={t('title')} flush={reminders.length > 0}>
      {reminders.length > 0 && (
        <ul className="divide-y">
          {reminders.map(({ level, feeRappen, at }) => (
            <li key={level} className="flex items-baseline justify-between gap-3 px-4 py-3 text-sm">
              <span className="grid">
                {t(`levels.${level}`)}
                <DateTime instant={at} timeZone={timeZone} show="date" className="text-muted text-xs" />
              </span>
              {feeRappen > 0 && <Money amountRappen={feeRappen} currency={invoice.currency} />}
            </li>
          ))}
        </ul>
      )}
      {canRemind && next <= 3 && (
        <div className={reminders.length > 0 ? 'border-t p-4' : undefined}>
          {from && from > today ? (
            <p className="text-muted text-sm">
              {t('from', { level: t(`levels.${next}`) })} <LocalDate day={from} />
            </p>
          ) : (
            <ConfirmAction
              trigger={<Button className="w-full">{t(`send.${next}`)}</Button>}
              title={t(`send.${next}`)}
              consequences={[
                t('mail', { customer: invoice.customer.name }),
                next > 1 && feeRappen > 0 ? t('fee', { amount: fee }) : t('noFee'),
              ]}
              confirmLabel={t(`send.${next}`)}
              tone="primary"
              action={remindInvoiceAction}
              input={{ id: invoice.id }}
              done={t('sent')}
            />
          )}
        </div>
      )}
    </Card>
  )
}
