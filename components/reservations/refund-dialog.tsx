import { useTranslations } from 'next-intl'
import { refundPaymentAction } from '@/app/(dashboard)/dashboard/reservations/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { formatMoney } from '@/lib/core/money'

type RefundDialogProps = { paymentId: string; refundableRappen: number }

/** Gives a booking deposit back, all or part of it. */
export function RefundDialog({ paymentId, refundableRappen }: RefundDialogProps) {
  const t = useTranslations('reservations.payment')
  const amount = formatMoney(refundableRappen)
  return (
    <FormDialog
      trigger={
        <Button size="sm" className="w-fit">
          {t('refund')}
        </Button>
      }
      title={t('refundTitle')}
      description={t('refundText', { amount })}
      action={refundPaymentAction}
      submit={t('refund')}
      done={t('refundDone')}
      labels={{ amountRappen: t('amount'), reason: t('reason') }}
    >
      <input type="hidden" name="paymentId" value={paymentId} />
      <FormField name="amountRappen" label={t('amount')} required>
        <MoneyInput defaultValue={refundableRappen} />
      </FormField>
      <FormField name="reason" label={t('reason')} help={t('reasonHelp')} required>
        <Input maxLength={200} />
      </FormField>
    </FormDialog>
  )
}
