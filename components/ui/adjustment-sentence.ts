import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/lib/core/dates'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { PriceRule } from '@/lib/core/price-rules'

/** What changes the price of a rental beyond its rate: seasons, surcharges, discounts, fees, codes, rounding. */
export type PriceAdjustment = Exclude<
  PriceRule,
  { rule: 'duration' } | { rule: 'bands' } | { rule: 'vat' } | { rule: 'booking_deposit' }
>

/** Says of an adjustment why it acted and what it made. */
export function useAdjustmentSentence(currency: string): (rule: PriceAdjustment) => string {
  const t = useTranslations('core.priceRules')
  const locale = useLocale()
  const money = (rappen: number) => formatMoney(rappen, currency)
  const effect = useEffectWords(money)
  const day = useDayWords()
  return (rule) => {
    switch (rule.rule) {
      case 'season':
        return t('season', {
          days: rule.days,
          of: rule.of_days ?? 0,
          name: labelOf(rule.names, locale),
          from: day.date(rule.starts_on),
          to: day.date(rule.ends_on),
          effect: effect(rule),
        })
      case 'weekday':
        return t('weekday', {
          days: rule.days,
          amount: money(rule.amount_rappen),
          surcharges: rule.surcharges
            .map(({ weekdays, percent }) => `${weekdays.map(day.weekday).join(', ')}: ${effect({ percent })}`)
            .join('; '),
        })
      case 'long_rental':
        return t('long_rental', {
          from: rule.from_days,
          percent: rule.percent,
          amount: money(rule.amount_rappen),
        })
      case 'one_way':
        return t('one_way', { from: rule.from, to: rule.to, amount: money(rule.amount_rappen) })
      case 'out_of_hours_pickup':
      case 'out_of_hours_return':
        return t(rule.rule, { location: rule.location, amount: money(rule.amount_rappen) })
      case 'young_driver':
        return t('young_driver', {
          age: rule.age,
          below: rule.below_age,
          day: money(rule.day_rappen),
          cap: rule.cap_rappen === null ? 'none' : money(rule.cap_rappen),
          amount: money(rule.amount_rappen),
        })
      case 'extra_cap':
        return t('extra_cap', {
          name: labelOf(rule.names, locale),
          cap: money(rule.cap_rappen),
          uncapped: money(rule.uncapped_rappen),
        })
      case 'promo':
        return t('promo', {
          code: rule.code,
          effect: rule.percent === undefined ? money(rule.amount_rappen ?? 0) : `${rule.percent}\u00A0%`,
          amount: money(rule.amount_off_rappen),
        })
      case 'rounding':
        return t('rounding', {
          step: money(rule.step_rappen),
          amount: money(rule.amount_rappen),
        })
    }
  }
}

type Effect = {
  percent?: number
  hourly_rappen?: number
  daily_rappen?: number
  weekly_rappen?: number
  monthly_rappen?: number
}

/** `25 % more`, or the prices that hold instead. */
function useEffectWords(money: (rappen: number) => string): (effect: Effect) => string {
  const t = useTranslations('core.priceRules')
  return ({ percent, ...prices }) => {
    if (percent !== undefined) {
      return t(percent < 0 ? 'percentLess' : 'percentMore', { percent: Math.abs(percent) })
    }
    return (['hourly', 'daily', 'weekly', 'monthly'] as const)
      .flatMap((band) => {
        const price = prices[`${band}_rappen`]
        return price === undefined ? [] : t(band, { price: money(price) })
      })
      .join(', ')
  }
}

function useDayWords() {
  const format = useFormatter()
  const locale = useLocale()
  return {
    date: (day: string) => formatDay(day, locale),
    // The fifth of January 2026 was a Monday.
    weekday: (isoWeekday: number) =>
      format.dateTime(new Date(Date.UTC(2026, 0, 4 + isoWeekday, 12)), { weekday: 'long', timeZone: 'UTC' }),
  }
}
