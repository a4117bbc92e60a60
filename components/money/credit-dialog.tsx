'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { formatMoney } from '@/lib/core/money'

type CreditDialogProps = {
  invoice: { id: string; number: string; openRappen: number; currency: string }
  credit: FormAction
}

/** Writes a credit note over what is open of an invoice, or a part of it. */
export function CreditDialog({ invoice, credit }: CreditDialogProps) {
  const t = useTranslations('money.credit')
  // One key as long as the page stands open: pressing twice credits once.
  const [key] = useState(() => crypto.randomUUID())
  return (
    <FormDialog
      trigger={<Button>{t('action')}</Button>}
      title={t('title', { number: invoice.number })}
      description={t('text', { open: formatMoney(invoice.openRappen, invoice.currency) })}
      action={credit}
      submit={t('submit')}
      done={t('done')}
      labels={{ amountRappen: t('amount'), reason: t('reason') }}
    >
      <input type="hidden" name="invoiceId" value={invoice.id} />
      <input type="hidden" name="idempotencyKey" value={key} />
      <FormField name="amountRappen" label={t('amount')} required>
        <MoneyInput currency={invoice.currency} defaultValue={invoice.openRappen} />
      </FormField>
      <FormField name="reason" label={t('reason')} required>
        <Input maxLength={500} autoComplete="off" />
      </FormField>
    </FormDialog>
  )
}
