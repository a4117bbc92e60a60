'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormField } from '@/components/dashboard/form-field'
import { RequestKey } from '@/components/dashboard/request-key'
import { Alert } from '@/components/ui/alert'
import { DateInput } from '@/components/ui/date-time-input'
import { MoneyInput } from '@/components/ui/money-input'
import { Select } from '@/components/ui/select'
import { formatMoney } from '@/lib/core/money'
import { settlingAmount } from '@/lib/money/rules'
import { MANUAL_METHODS } from '@/lib/money/schema'

type Method = (typeof MANUAL_METHODS)[number]
type PaymentFieldsProps = {
  invoice: { id: string; openRappen: number }
  currency: string
  today: string
  tills: { id: string; name: string }[]
  /** The till that is proposed: that of the rental. */
  till?: string | undefined
}

/** How, how much and when; beneath, what that leaves open. */
export function PaymentFields({ invoice, currency, today, tills, till }: PaymentFieldsProps) {
  const t = useTranslations('money')
  const { openRappen } = invoice
  const [method, setMethod] = useState<Method>('bank_transfer')
  const [amount, setAmount] = useState<number | null>(openRappen)
  const [offered, setOffered] = useState(openRappen)

  function chooseMethod(next: Method) {
    const settling = settlingAmount(openRappen, next)
    // What somebody typed stays; only the amount that was offered follows the method.
    if (amount === offered) {
      setOffered(settling)
      setAmount(settling)
    }
    setMethod(next)
  }

  return (
    <>
      <input type="hidden" name="invoiceId" value={invoice.id} />
      <RequestKey />
      <FormField name="method" label={t('record.method')} required>
        <Select value={method} onChange={(event) => chooseMethod(event.target.value as Method)}>
          {MANUAL_METHODS.map((value) => (
            <option key={value} value={value}>
              {t(`methods.${value}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField
        name="amountRappen"
        label={t('record.amount')}
        help={method === 'cash' ? t('record.cashHelp') : undefined}
        required
      >
        <MoneyInput key={offered} currency={currency} defaultValue={amount} onAmountChange={setAmount} />
      </FormField>
      {method === 'cash' && tills.length > 1 && (
        <FormField name="locationId" label={t('record.location')} required>
          <Select defaultValue={till}>
            {tills.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </FormField>
      )}
      <FormField name="receivedOn" label={t('record.receivedOn')} required>
        <DateInput defaultValue={today} max={today} />
      </FormField>
      <Outcome openRappen={openRappen} amount={amount} method={method} currency={currency} />
    </>
  )
}

type OutcomeProps = { openRappen: number; amount: number | null; method: Method; currency: string }

function Outcome({ openRappen, amount, method, currency }: OutcomeProps) {
  const t = useTranslations('money.record')
  if (!amount || amount < 0) return null
  const money = (rappen: number) => formatMoney(rappen, currency)
  const settling = settlingAmount(openRappen, method)
  if (amount > Math.max(openRappen, settling)) {
    return <Alert tone="warning">{t('tooMuch', { open: money(openRappen) })}</Alert>
  }
  if (amount !== settling) return <Alert>{t('leaves', { open: money(openRappen - amount) })}</Alert>
  const rounded = openRappen - settling
  return (
    <Alert>
      {t('settles')}
      {rounded !== 0 &&
        ` ${t(rounded > 0 ? 'roundedDown' : 'roundedUp', { amount: money(Math.abs(rounded)) })}`}
    </Alert>
  )
}
