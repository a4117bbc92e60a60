import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { formatRappen } from '@/lib/core/money'
import type { DraftPrice } from '@/lib/money/drafts/queries'

type DraftTotalsProps = {
  /** Null while the lines make no invoice. */
  price: DraftPrice | null
  currency: string
}

/** What the invoice comes to, and the VAT it contains by rate; said aloud as it changes. */
export function DraftTotals({ price, currency }: DraftTotalsProps) {
  const t = useTranslations('money')
  return (
    <Card title={t('detail.total')}>
      <div aria-live="polite" className="grid gap-2">
        {price ? (
          <Money
            amountRappen={price.totalRappen}
            currency={currency}
            className="font-semibold text-xl tracking-tight"
          />
        ) : (
          <span className="text-faint text-xl">–</span>
        )}
        {price?.vat.map(({ rate_bp, gross_rappen, vat_rappen }) => (
          <p key={rate_bp} className="flex items-baseline justify-between gap-3 text-muted text-xs">
            <span>
              {t('detail.vat', { rate: (rate_bp / 100).toFixed(1), gross: formatRappen(gross_rappen) })}
            </span>
            <Money amountRappen={vat_rappen} bare />
          </p>
        ))}
        {price?.ratesBp.length === 1 && <p className="text-muted text-xs">{t('detail.noVat')}</p>}
      </div>
    </Card>
  )
}
