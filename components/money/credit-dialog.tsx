'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { RequestKey } from '@/components/dashboard/request-key'
import { CreditLines } from '@/components/money/credit-lines'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { Radio, RadioGroup } from '@/components/ui/radio-group'
import { formatMoney } from '@/lib/core/money'
import type { InvoiceDetail } from '@/lib/money/queries/detail'

type CreditDialogProps = {
  invoice: Pick<InvoiceDetail, 'id' | 'number' | 'openRappen' | 'currency' | 'lines'>
  credit: FormAction
}

/** Writes a credit note over lines of an invoice, over what is open of it, or over a part of that. */
export function CreditDialog({ invoice, credit }: CreditDialogProps) {
  const t = useTranslations('money.credit')
  const [scope, setScope] = useState('amount')
  const lines = invoice.lines.filter(({ creditableRappen }) => creditableRappen !== 0)
  return (
    <FormDialog
      trigger={<Button>{t('action')}</Button>}
      title={t('title', { number: invoice.number })}
      description={t('text', { open: formatMoney(invoice.openRappen, invoice.currency) })}
      action={credit}
      submit={t('submit')}
      done={t('done')}
      labels={{ amountRappen: t('amount'), lineIds: t('scopes.lines'), reason: t('reason') }}
    >
      <input type="hidden" name="invoiceId" value={invoice.id} />
      <RequestKey />
      {lines.length > 0 && (
        <RadioGroup name="scope" value={scope} onValueChange={setScope} aria-label={t('scope')}>
          <Radio value="amount" label={t('scopes.amount')} />
          <Radio value="lines" label={t('scopes.lines')} />
        </RadioGroup>
      )}
      {lines.length === 0 && <input type="hidden" name="scope" value="amount" />}
      {scope === 'lines' ? (
        <CreditLines lines={lines} currency={invoice.currency} openRappen={invoice.openRappen} />
      ) : (
        <FormField name="amountRappen" label={t('amount')} required>
          <MoneyInput currency={invoice.currency} defaultValue={invoice.openRappen} />
        </FormField>
      )}
      <FormField name="reason" label={t('reason')} required>
        <Input maxLength={500} autoComplete="off" />
      </FormField>
    </FormDialog>
  )
}
