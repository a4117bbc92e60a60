import { useTranslations } from 'next-intl'
import { Line } from '@/components/booking-site/details-form/line'
import { buttonStyle } from '@/components/ui/button-style'

type VoucherFormProps = {
  redeem: (form: FormData) => Promise<void>
  /** Why the code that was tried did not pay. */
  refused: string | null
}

/** Paying with a voucher: folded away until somebody has one. */
export function VoucherForm({ redeem, refused }: VoucherFormProps) {
  const t = useTranslations('booking-site.pay.voucher')
  const problem = t.has(`refused.${refused}`) ? t(`refused.${refused}`) : t('refused.other')
  return (
    <details className="border-t pt-4" open={refused !== null}>
      <summary className="min-h-6 cursor-pointer font-medium">{t('title')}</summary>
      <form action={redeem} className="mt-3 grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end">
        <Line name="code" label={t('code')} error={refused === null ? undefined : problem}>
          {({ className, ...control }) => (
            <input
              {...control}
              required
              placeholder="ABCD-EFGH-2345"
              maxLength={40}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              className={`${className} font-mono`}
            />
          )}
        </Line>
        <button type="submit" className={buttonStyle({ size: 'lg' })}>
          {t('submit')}
        </button>
      </form>
    </details>
  )
}
