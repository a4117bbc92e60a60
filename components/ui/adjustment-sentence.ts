import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { PriceRule } from '@/lib/reservations/price'

/** What changes the price of a rental beyond its rate: seasons, surcharges, discounts, fees, codes, rounding. */
export type PriceAdjustment = Exclude<
  PriceRule,
  { rule: 'duration' } | { rule: 'bands' } | { rule: 'vat' } | { rule: 'booking_deposit' }
>

/** Says of an adjustment why it acted and what it made. */
export function useAdjustmentSentence(): (rule: PriceAdjustment) => string {
  const t = useTranslations('reservations.price.rules')
  const locale = useLocale()
  const effect = useEffectWords()
  const day = useDayWords()
  return (rule) => {
    switch (rule.rule) {
      case 'season':
        return t('season', {
          days: rule.days,
          name: labelOf(rule.names, locale),
          from: day.date(rule.starts_on),
          to: day.date(rule.ends_on),
          effect: effect(rule),
        })
      case 'weekday':
        return t('weekday', {
          days: rule.days,
          amount: formatMoney(rule.amount_rappen),
          surcharges: rule.surcharges
            .map(({ weekdays, percent }) => `${weekdays.map(day.weekday).join(', ')}: ${effect({ percent })}`)
            .join('; '),
        })
      case 'long_rental':
        return t('long_rental', {
          from: rule.from_days,
          percent: rule.percent,
          amount: formatMoney(rule.amount_rappen),
        })
      case 'one_way':
        return t('one_way', { from: rule.from, to: rule.to, amount: formatMoney(rule.amount_rappen) })
      case 'out_of_hours_pickup':
      case 'out_of_hours_return':
        return t(rule.rule, { location: rule.location, amount: formatMoney(rule.amount_rappen) })
      case 'young_driver':
        return t('young_driver', {
          age: rule.age,
          below: rule.below_age,
          day: formatMoney(rule.day_rappen),
          cap: rule.cap_rappen === null ? 'none' : formatMoney(rule.cap_rappen),
          amount: formatMoney(rule.amount_rappen),
        })
      case 'extra_cap':
        return t('extra_cap', {
          name: labelOf(rule.names, locale),
          cap: formatMoney(rule.cap_rappen),
          uncapped: formatMoney(rule.uncapped_rappen),
        })
      case 'promo':
        return t('promo', {
          code: rule.code,
          effect:
            rule.percent === undefined ? formatMoney(rule.amount_rappen ?? 0) : `${rule.percent}\u00A0%`,
          amount: formatMoney(rule.amount_off_rappen),
        })
      case 'rounding':
        return t('rounding', {
          step: formatMoney(rule.step_rappen),
          amount: formatMoney(rule.amount_rappen),
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
function useEffectWords(): (effect: Effect) => string {
  const t = useTranslations('reservations.price.rules')
  return ({ percent, ...prices }) => {
    if (percent !== undefined) {
      return t(percent < 0 ? 'percentLess' : 'percentMore', { percent: Math.abs(percent) })
    }
    return (['hourly', 'daily', 'weekly', 'monthly'] as const)
      .flatMap((band) => {
        const price = prices[`${band}_rappen`]
        return price === undefined ? [] : t(band, { price: formatMoney(price) })
      })
      .join(', ')
  }
}

function useDayWords() {
  const format = useFormatter()
  const noon = (date: string) => new Date(`${date}T12:00:00Z`)
  return {
    date: (date: string) => format.dateTime(noon(date), { dateStyle: 'medium', timeZone: 'UTC' }),
    // The fifth of January 2026 was a Monday.
    weekday: (isoWeekday: number) =>
      format.dateTime(new Date(Date.UTC(2026, 0, 4 + isoWeekday, 12)), { weekday: 'long', timeZone: 'UTC' }),
  }
}
