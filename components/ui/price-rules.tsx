import { useTranslations } from 'next-intl'
import { useAdjustmentSentence } from '@/components/reservations/adjustment-sentence'
import { formatMoney } from '@/lib/core/money'
import type { Price, PriceRule } from '@/lib/reservations/price'

/** The rules that made a price, each as a sentence. */
export function PriceRules({ price, isFrozen }: { price: Price; isFrozen: boolean }) {
  const t = useTranslations('reservations.price')
  return (
    <div className="grid gap-2 text-sm">
      <p className="font-semibold">{t('whyTitle')}</p>
      <ol className="grid list-decimal gap-1.5 pl-5 text-muted">
        {price.rules.map((rule, place) => (
          // A season may act twice; the order of the rules never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is frozen
          <RuleSentences key={place} rule={rule} />
        ))}
        {isFrozen && <li>{t('rules.frozen')}</li>}
      </ol>
    </div>
  )
}

function RuleSentences({ rule }: { rule: PriceRule }) {
  const t = useTranslations('reservations.price')
  const adjustment = useAdjustmentSentence()
  switch (rule.rule) {
    case 'duration':
      return <li>{t('rules.duration', { days: rule.days, zone: rule.time_zone })}</li>
    case 'bands':
      return (
        <>
          <li>
            {t(`rules.${rule.of === 'vehicle' ? 'ofVehicle' : 'ofCategory'}`, {
              prices: [
                rule.hourly_rappen != null && t('rules.hourly', { price: formatMoney(rule.hourly_rappen) }),
                t('rules.daily', { price: formatMoney(rule.daily_rappen) }),
                rule.weekly_rappen !== null && t('rules.weekly', { price: formatMoney(rule.weekly_rappen) }),
                rule.monthly_rappen !== null &&
                  t('rules.monthly', { price: formatMoney(rule.monthly_rappen) }),
              ]
                .filter(Boolean)
                .join(', '),
            })}
          </li>
          <li>
            {t('rules.bands', {
              parts: [
                rule.months > 0 && `${rule.months} ${t('month', { count: rule.months })}`,
                rule.weeks > 0 && `${rule.weeks} ${t('week', { count: rule.weeks })}`,
                rule.days > 0 && `${rule.days} ${t('day', { count: rule.days })}`,
                rule.hours > 0 && `${rule.hours} ${t('hour', { count: rule.hours })}`,
              ]
                .filter(Boolean)
                .join(' + '),
            })}
          </li>
        </>
      )
    case 'vat':
      return (
        <li>
          {rule.rate_bp > 0 ? t('rules.vat', { rate: (rule.rate_bp / 100).toFixed(1) }) : t('rules.noVat')}
        </li>
      )
    case 'booking_deposit':
      return (
        <li>
          {rule.minimum_rappen
            ? t('rules.booking_deposit_minimum', {
                percent: rule.percent,
                minimum: formatMoney(rule.minimum_rappen),
              })
            : t('rules.booking_deposit', { percent: rule.percent })}
        </li>
      )
    default:
      return <li>{adjustment(rule)}</li>
  }
}
