import { useTranslations } from 'next-intl'
import { useAdjustmentSentence } from '@/components/ui/adjustment-sentence'
import { cityOf } from '@/lib/core/city'
import { formatMoney } from '@/lib/core/money'
import type { PriceRule } from '@/lib/core/price-rules'

type PriceRulesProps = {
  rules: PriceRule[]
  currency: string
  /** Of a reservation that is made: later price lists do not touch it. */
  isFrozen?: boolean
}

/** The rules that made a price, each as a sentence. */
export function PriceRules({ rules, currency, isFrozen = false }: PriceRulesProps) {
  const t = useTranslations('core.priceRules')
  return (
    <div className="grid gap-2 text-sm">
      <p className="font-semibold">{t('title')}</p>
      <ol className="grid list-decimal gap-1.5 pl-5 text-muted">
        {rules.map((rule, place) => (
          // A season may act twice; the order of the rules never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is frozen
          <RuleSentences key={place} rule={rule} currency={currency} />
        ))}
        {isFrozen && <li>{t('frozen')}</li>}
      </ol>
    </div>
  )
}

function RuleSentences({ rule, currency }: { rule: PriceRule; currency: string }) {
  const t = useTranslations('core.priceRules')
  const cities = useTranslations('core.cities')
  const adjustment = useAdjustmentSentence(currency)
  const money = (rappen: number) => formatMoney(rappen, currency)
  switch (rule.rule) {
    case 'duration':
      return <li>{t('duration', { days: rule.days, zone: cityOf(rule.time_zone, cities) })}</li>
    case 'bands':
      return (
        <>
          <li>
            {t(rule.of === 'vehicle' ? 'ofVehicle' : 'ofCategory', {
              prices: [
                rule.hourly_rappen != null && t('hourly', { price: money(rule.hourly_rappen) }),
                t('daily', { price: money(rule.daily_rappen) }),
                rule.weekly_rappen !== null && t('weekly', { price: money(rule.weekly_rappen) }),
                rule.monthly_rappen !== null && t('monthly', { price: money(rule.monthly_rappen) }),
              ]
                .filter(Boolean)
                .join(', '),
            })}
          </li>
          <li>
            {t('bands', {
              parts: (['months', 'weeks', 'days', 'hours'] as const)
                .flatMap((band) => (rule[band] > 0 ? t(band, { count: rule[band] }) : []))
                .join(' + '),
            })}
          </li>
        </>
      )
    case 'vat':
      return <li>{rule.rate_bp > 0 ? t('vat', { rate: (rule.rate_bp / 100).toFixed(1) }) : t('noVat')}</li>
    case 'booking_deposit':
      return (
        <li>
          {rule.minimum_rappen
            ? t('booking_deposit_minimum', { percent: rule.percent, minimum: money(rule.minimum_rappen) })
            : t('booking_deposit', { percent: rule.percent })}
        </li>
      )
    default:
      return <li>{adjustment(rule)}</li>
  }
}
