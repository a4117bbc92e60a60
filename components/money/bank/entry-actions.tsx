import { useTranslations } from 'next-intl'
import {
  assignEntryAction,
  assignEntryToPayoutAction,
  creditEntryAction,
  ignoreEntryAction,
} from '@/app/(dashboard)/dashboard/invoices/bank/actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { formatMoney } from '@/lib/core/money'
import type { OpenBankEntry } from '@/lib/money/bank/queries'

/** The likely answers at one press, any other invoice by its number, and leaving it out with a reason. */
export function EntryActions({ entry }: { entry: OpenBankEntry }) {
  const t = useTranslations('bank.actions')
  const amount = formatMoney(entry.leftRappen, entry.currency)
  const { invoice, payouts, suggestions } = entry
  return (
    <div className="flex min-w-0 flex-wrap gap-2 lg:justify-end">
      {invoice && (
        <ActionButton
          variant="primary"
          action={creditEntryAction}
          input={{ entryId: entry.id, customerId: invoice.customer.id }}
          done={t('credited')}
          className="max-w-full"
        >
          <span className="truncate">{t('credit', { customer: invoice.customer.name })}</span>
        </ActionButton>
      )}
      {payouts.map((payout, place) => (
        <ConfirmAction
          key={payout.id}
          trigger={
            <Button variant={place === 0 ? 'primary' : 'secondary'}>
              {t('payout', { amount: formatMoney(payout.amountRappen, entry.currency) })}
            </Button>
          }
          title={t('payoutTitle')}
          consequences={[
            t('payoutIs', { amount, ref: payout.ref }),
            t('payoutDiffers', {
              amount: formatMoney(Math.abs(payout.amountRappen - entry.leftRappen), entry.currency),
              side: payout.amountRappen > entry.leftRappen ? 'less' : 'more',
            }),
          ]}
          confirmLabel={t('payoutConfirm')}
          tone="primary"
          action={assignEntryToPayoutAction}
          input={{ entryId: entry.id, payoutId: payout.id }}
          done={t('assigned')}
        />
      ))}
      {suggestions.map(({ number, customer }, place) => (
        <ActionButton
          key={number}
          {...(place === 0 && !invoice && { variant: 'primary' as const })}
          action={assignEntryAction}
          input={{ entryId: entry.id, invoiceNumber: number }}
          done={t('assigned')}
          className="max-w-full"
        >
          <span className="truncate">{t('suggested', { number, customer: customer.name })}</span>
        </ActionButton>
      ))}
      <FormDialog
        trigger={<Button>{t('other')}</Button>}
        title={t('otherTitle', { amount })}
        description={t('otherText')}
        action={assignEntryAction}
        submit={t('assign')}
        done={t('assigned')}
        labels={{ invoiceNumber: t('number') }}
      >
        <input type="hidden" name="entryId" value={entry.id} />
        <FormField name="invoiceNumber" label={t('number')} required>
          <Input placeholder="F-2026-00001" autoComplete="off" />
        </FormField>
      </FormDialog>
      <FormDialog
        trigger={<Button variant="ghost">{t('ignore')}</Button>}
        title={t('ignoreTitle', { amount })}
        description={t('ignoreText')}
        action={ignoreEntryAction}
        submit={t('ignore')}
        done={t('ignored')}
        labels={{ reason: t('reason') }}
      >
        <input type="hidden" name="entryId" value={entry.id} />
        <FormField name="reason" label={t('reason')} required>
          <Input maxLength={300} autoComplete="off" />
        </FormField>
      </FormDialog>
    </div>
  )
}
