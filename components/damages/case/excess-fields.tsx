import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormField } from '@/components/dashboard/form-field'
import { Alert } from '@/components/ui/alert'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { formatMoney } from '@/lib/core/money'
import type { DamageCase } from '@/lib/damages/queries'
import { isAboveAgreed } from '@/lib/damages/rules'

type ExcessFieldsProps = { one: DamageCase; currency: string }

/** What it costs and what the customer pays at most; beyond the excess they signed it says so, and asks why. */
export function CostFields({ one, currency }: ExcessFieldsProps) {
  const t = useTranslations('fleet.damageCases')
  const [excessRappen, setExcess] = useState(one.excessRappen)
  const agreed = formatMoney(one.agreedExcessRappen ?? 0, currency)
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="estimateRappen" label={t('estimate')} required>
          <MoneyInput currency={currency} defaultValue={one.estimateRappen} />
        </FormField>
        <FormField name="excessRappen" label={t('excess')} help={t('excessHelp')} optional>
          <MoneyInput currency={currency} defaultValue={one.excessRappen} onAmountChange={setExcess} />
        </FormField>
      </div>
      {isAboveAgreed(excessRappen, one.agreedExcessRappen) && (
        <>
          <Alert tone="warning" role="status">
            {excessRappen === null
              ? t('noLimit', { agreed })
              : t('aboveAgreed', { agreed, amount: formatMoney(excessRappen, currency) })}
          </Alert>
          <FormField name="excessReason" label={t('excessReason')} help={t('excessReasonHelp')} required>
            <Input defaultValue={one.excessReason ?? ''} minLength={3} maxLength={300} autoComplete="off" />
          </FormField>
        </>
      )}
    </>
  )
}

/** What the customer is to pay now; where it makes more of all than the excess they signed, it says so before it is charged. */
export function ChargeField({ one, currency }: ExcessFieldsProps) {
  const t = useTranslations('fleet.damageCases')
  const { chargedRappen, excessRappen, agreedExcessRappen } = one
  const open = Math.min(one.estimateRappen, excessRappen ?? one.estimateRappen) - chargedRappen
  const [amountRappen, setAmount] = useState(open > 0 ? open : null)
  const total = chargedRappen + (amountRappen ?? 0)
  const isRefused = excessRappen !== null && total > excessRappen
  return (
    <>
      <FormField name="amountRappen" label={t('amount')} help={t('withoutVat')} required>
        <MoneyInput currency={currency} defaultValue={open > 0 ? open : null} onAmountChange={setAmount} />
      </FormField>
      {amountRappen !== null && isAboveAgreed(total, agreedExcessRappen) && (
        <Alert tone="warning" role="status">
          {t('chargeAbove', {
            agreed: formatMoney(agreedExcessRappen ?? 0, currency),
            amount: formatMoney(total, currency),
          })}{' '}
          {isRefused && t('raiseFirst', { action: t('doEstimate') })}
        </Alert>
      )}
    </>
  )
}
