'use client'

import { Gift } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { FormAction } from '@/components/dashboard/action-form'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { RequestKey } from '@/components/dashboard/request-key'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'

type RedeemVoucherProps = { invoiceId: string; redeem: FormAction }

/** Pays an invoice from a voucher somebody brings along. */
export function RedeemVoucher({ invoiceId, redeem }: RedeemVoucherProps) {
  const t = useTranslations('money.vouchers')
  return (
    <FormDialog
      trigger={
        <Button>
          <Gift aria-hidden="true" />
          {t('redeem')}
        </Button>
      }
      title={t('redeem')}
      description={t('redeemText')}
      action={redeem}
      submit={t('redeem')}
      done={t('redeemed')}
      labels={{ code: t('code') }}
    >
      <CodeField invoiceId={invoiceId} />
    </FormDialog>
  )
}

function CodeField({ invoiceId }: { invoiceId: string }) {
  const t = useTranslations('money.vouchers')
  return (
    <>
      <input type="hidden" name="invoiceId" value={invoiceId} />
      <RequestKey />
      <FormField name="code" label={t('code')} required>
        <Input
          placeholder="ABCD-EFGH-2345"
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono"
        />
      </FormField>
    </>
  )
}
