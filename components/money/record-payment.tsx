import { HandCoins } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { recordPaymentAction } from '@/app/(dashboard)/dashboard/invoices/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { PaymentFields } from '@/components/money/payment-fields'
import { Button } from '@/components/ui/button'
import { formatMoney } from '@/lib/core/money'

type RecordPaymentProps = {
  invoice: { id: string; number: string; openRappen: number }
  currency: string
  today: string
  tills: { id: string; name: string }[]
  till?: string | undefined
}

/** Records money that arrived without a card. */
export function RecordPayment({ invoice, currency, today, tills, till }: RecordPaymentProps) {
  const t = useTranslations('money.record')
  return (
    <FormDialog
      trigger={
        <Button variant="primary">
          <HandCoins aria-hidden="true" />
          {t('action')}
        </Button>
      }
      title={t('title', { number: invoice.number })}
      description={t('text', { open: formatMoney(invoice.openRappen, currency) })}
      action={recordPaymentAction}
      submit={t('submit')}
      done={t('done')}
      labels={{ method: t('method'), amountRappen: t('amount'), receivedOn: t('receivedOn') }}
    >
      <PaymentFields invoice={invoice} currency={currency} today={today} tills={tills} till={till} />
    </FormDialog>
  )
}
