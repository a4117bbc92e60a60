'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { recordPaymentAction } from '@/app/(dashboard)/dashboard/invoices/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { Select } from '@/components/ui/select'
import { formatMoney, roundToFiveRappen } from '@/lib/core/money'
import type { InvoiceDetail } from '@/lib/money/queries/detail'
import { MANUAL_METHODS } from '@/lib/money/schema'

type Method = (typeof MANUAL_METHODS)[number]

type PaymentDialogProps = {
  invoice: Pick<InvoiceDetail, 'id' | 'number' | 'openRappen' | 'currency'>
  today: string
}

/** Money that arrived by bank or in cash. Cash is rounded to five rappen, and the dialog says by how much. */
export function PaymentDialog({ invoice, today }: PaymentDialogProps) {
  const t = useTranslations('money')
  const { openRappen, currency } = invoice
  const [method, setMethod] = useState<Method>('bank_transfer')
  const [key] = useState(() => crypto.randomUUID())
  const asked = method === 'cash' ? roundToFiveRappen(openRappen) : openRappen
  const [amount, setAmount] = useState<number | null>(asked)
  const money = (amountRappen: number) => formatMoney(amountRappen, currency)
  const isWhole = amount === asked
  const left = isWhole ? 0 : Math.max(0, openRappen - (amount ?? 0))

  function choose(next: Method) {
    setMethod(next)
    setAmount(next === 'cash' ? roundToFiveRappen(openRappen) : openRappen)
  }

  return (
    <FormDialog
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          {t('record.action')}
        </Button>
      }
      title={t('record.title', { number: invoice.number })}
      description={t('record.text', { open: money(openRappen) })}
      action={recordPaymentAction}
      submit={t('record.submit', { amount: money(amount ?? 0) })}
      done={t('record.done')}
      labels={{
        method: t('record.method'),
        amountRappen: t('record.amount'),
        receivedOn: t('record.receivedOn'),
      }}
    >
      <input type="hidden" name="invoiceId" value={invoice.id} />
      <input type="hidden" name="idempotencyKey" value={key} />
      <FormField name="method" label={t('record.method')} required>
        <Select value={method} onChange={({ target }) => choose(target.value as Method)}>
          {MANUAL_METHODS.map((value) => (
            <option key={value} value={value}>
              {t(`methods.${value}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField name="amountRappen" label={t('record.amount')} required>
        {/* Another method is another proposal: the field starts over. */}
        <MoneyInput key={method} currency={currency} defaultValue={asked} onAmountChange={setAmount} />
      </FormField>
      <FormField name="receivedOn" label={t('record.receivedOn')} required>
        <Input type="date" defaultValue={today} max={today} />
      </FormField>
      <Alert tone="neutral">
        <ul className="grid gap-1">
          <li>{left === 0 ? t('record.settles') : t('record.leaves', { amount: money(left) })}</li>
          {method === 'cash' && isWhole && asked !== openRappen && (
            <li>{t('record.rounding', { amount: money(asked - openRappen) })}</li>
          )}
        </ul>
      </Alert>
    </FormDialog>
  )
}
