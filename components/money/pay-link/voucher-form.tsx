import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { LineForm } from '@/components/money/pay-link/line-form'

/** Paying with a voucher: folded away until somebody has one. */
export function VoucherForm({ redeem }: { redeem: ComponentProps<typeof LineForm>['send'] }) {
  const t = useTranslations('booking-site.pay.voucher')
  return (
    <LineForm
      send={redeem}
      name="code"
      label={t('code')}
      submit={t('submit')}
      folded={t('title')}
      input={{
        placeholder: 'ABCD-EFGH-2345',
        maxLength: 40,
        autoComplete: 'off',
        autoCapitalize: 'characters',
        spellCheck: false,
        className: 'font-mono',
      }}
    />
  )
}
