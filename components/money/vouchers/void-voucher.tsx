'use client'

import { useTranslations } from 'next-intl'
import { voidVoucherAction } from '@/app/(dashboard)/dashboard/invoices/vouchers/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { formatMoney } from '@/lib/core/money'
import { backRappen } from '@/lib/money/vouchers/rules'

type VoidVoucherProps = {
  voucher: {
    id: string
    code: string
    balanceRappen: number
    currency: string
    method: 'cash' | 'bank_transfer' | null
  }
}

/** Takes a voucher back, whole or what is left of it: says what goes back and how, and asks why. */
export function VoidVoucher({ voucher }: VoidVoucherProps) {
  const t = useTranslations('money.vouchers.void')
  const { currency, method, balanceRappen } = voucher
  const back = formatMoney(backRappen(voucher), currency)
  return (
    <FormDialog
      trigger={<Button size="sm">{t('action')}</Button>}
      title={t('title', { code: voucher.code })}
      description={t('text', { left: formatMoney(balanceRappen, currency) })}
      action={voidVoucherAction}
      submit={t('submit')}
      done={t('done')}
      labels={{ voidReason: t('reason') }}
    >
      <input type="hidden" name="voucherId" value={voucher.id} />
      <input type="hidden" name="leftRappen" value={balanceRappen} />
      <FormField name="voidReason" label={t('reason')} required>
        <Input maxLength={500} autoComplete="off" />
      </FormField>
      <Alert>{t(`back.${method ?? 'given'}`, { back })}</Alert>
    </FormDialog>
  )
}
