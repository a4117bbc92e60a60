import { useTranslations } from 'next-intl'
import { Money } from '@/components/ui/money'
import { PriceRules } from '@/components/ui/price-rules'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { Price, PriceLine } from '@/lib/core/price'

type PriceBreakdownProps = {
  price: Price
  locale: string
  /** Of a booking that is made. */
  isFrozen?: boolean
}

/** Why it costs what it costs: every line with its arithmetic, the tax inside, and the rules that made it so. */
export function PriceBreakdown({ price, locale, isFrozen = false }: PriceBreakdownProps) {
  const t = useTranslations('booking-site.summary')
  return (
    <div className="grid gap-3 text-sm">
      <dl className="grid gap-2">
        {price.lines.map((line) => (
          <div
            key={`${line.kind} ${line.code} ${line.unitRappen} ${labelOf(line.names, 'de')}`}
            className="flex justify-between gap-4"
          >
            <dt className="min-w-0">
              <LineName line={line} locale={locale} />
              <LineArithmetic line={line} price={price} />
            </dt>
            <dd className="shrink-0">
              <Money amountRappen={line.amountRappen} currency={price.currency} />
            </dd>
          </div>
        ))}
        {price.vat.map(({ rateBp, vatRappen }) => (
          <div key={rateBp} className="flex justify-between gap-4 border-t pt-2 text-muted">
            <dt>{t('vat', { rate: rateBp / 100 })}</dt>
            <dd>
              <Money amountRappen={vatRappen} currency={price.currency} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="border-t pt-3">
        <PriceRules rules={price.rules} currency={price.currency} isFrozen={isFrozen} />
      </div>
    </div>
  )
}

function LineName({ line, locale }: { line: PriceLine; locale: string }) {
  const t = useTranslations('booking-site.summary')
  const name = labelOf(line.names, locale)
  if (line.kind === 'extra') return name
  const isBand = line.kind === 'rental' && line.code !== 'weekday'
  const label = isBand ? t(`bands.${line.code}`, { count: line.quantity }) : t(`lines.${line.code}`)
  return name ? `${label} · ${name}` : label
}

/** How the amount comes about; a discount, a fee or a rounding is what it is. */
function LineArithmetic({ line, price }: { line: PriceLine; price: Price }) {
  const t = useTranslations('booking-site.summary')
  const isSingle = line.quantity === 1 && (line.kind !== 'rental' || line.code === 'weekday')
  if (isSingle && line.kind !== 'extra') return null
  const unit = formatMoney(line.unitRappen, price.currency)
  const text =
    line.charge === 'per_day'
      ? t('timesDays', { quantity: line.quantity, days: price.days, unit })
      : t('times', { quantity: line.quantity, unit })
  return <span className="tabular block text-muted text-xs">{text}</span>
}
