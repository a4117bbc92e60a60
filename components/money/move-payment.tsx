'use client'

import { useTranslations } from 'next-intl'
import type { FormAction } from '@/components/dashboard/action-form'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { formatMoney } from '@/lib/core/money'

type MovePaymentProps = {
  payment: { id: string; amountRappen: number }
  currency: string
  move: FormAction
}

/** Puts a payment that was booked on the wrong invoice on the right one. */
export function MovePayment({ payment, currency, move }: MovePaymentProps) {
  const t = useTranslations('money.move')
  return (
    <FormDialog
      trigger={
        <Button size="sm" variant="ghost">
          {t('action')}
        </Button>
      }
      title={t('title')}
      description={t('text', { amount: formatMoney(payment.amountRappen, currency) })}
      action={move}
      submit={t('submit')}
      done={t('done')}
      labels={{ invoiceNumber: t('number') }}
    >
      <input type="hidden" name="paymentId" value={payment.id} />
      <FormField name="invoiceNumber" label={t('number')} required>
        <Input maxLength={40} autoComplete="off" placeholder="F-2026-00042" className="tabular" />
      </FormField>
    </FormDialog>
  )
}
