'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { resolveDepositAction } from '@/app/(dashboard)/dashboard/contracts/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { MoneyInput } from '@/components/ui/money-input'
import type { DepositDetail } from '@/lib/contracts/queries/deposit'
import type { ContractDetail } from '@/lib/contracts/queries/detail'
import { formatMoney } from '@/lib/core/money'

type DepositDialogProps = {
  deposit: DepositDetail
  contract: Pick<ContractDetail, 'currency' | 'billing' | 'customer'>
  trigger?: ReactNode
}

/** Ends the deposit: how much is kept, and in figures what that does to card and invoice. */
export function DepositDialog({ deposit, contract, trigger }: DepositDialogProps) {
  const t = useTranslations('contracts.deposit')
  const { currency, billing, customer } = contract
  const [invoice] = billing.invoices
  const most = Math.min(deposit.amountRappen, invoice?.openRappen ?? 0)
  const [kept, setKept] = useState(most)
  const money = (amountRappen: number) => formatMoney(amountRappen, currency)
  const back = deposit.amountRappen - kept
  const isPossible = kept >= 0 && kept <= most
  return (
    <FormDialog
      trigger={trigger ?? <Button className="mt-1 w-full">{t('resolve')}</Button>}
      title={t('resolve')}
      description={t('resolveText', { amount: money(deposit.amountRappen), customer: customer.name })}
      action={resolveDepositAction}
      submit={
        isPossible
          ? t(kept > 0 ? 'capture' : 'release', { amount: money(kept > 0 ? kept : back) })
          : t('resolve')
      }
      done={t('done')}
      labels={{ amountRappen: t('keep') }}
    >
      <input type="hidden" name="depositId" value={deposit.id} />
      <FormField name="amountRappen" label={t('keep')} help={t('keepHelp', { most: money(most) })}>
        <MoneyInput
          currency={currency}
          defaultValue={most}
          onAmountChange={(amount) => setKept(amount ?? 0)}
        />
      </FormField>
      {isPossible && (
        <Alert tone="neutral">
          <ul className="grid gap-1">
            {kept > 0 && invoice && (
              <li>
                {t('effect.invoice', {
                  amount: money(kept),
                  number: invoice.number,
                  open: money(Math.max(0, invoice.openRappen - kept)),
                })}
              </li>
            )}
            <li>{t(`effect.${deposit.method === 'cash' ? 'cash' : 'card'}`, { amount: money(back) })}</li>
          </ul>
        </Alert>
      )}
    </FormDialog>
  )
}
