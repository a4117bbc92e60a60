import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Choices } from '@/components/pricing/choices'
import { FeeFields } from '@/components/pricing/fee-fields'
import { PromoFields } from '@/components/pricing/promo-fields'
import { RuleDialog } from '@/components/pricing/rule-dialog'
import { type RuleLine, RuleSection } from '@/components/pricing/rule-section'
import { SeasonFields } from '@/components/pricing/season-fields'
import { ClosedDayFields, DiscountFields, WeekdayFields } from '@/components/pricing/simple-fields'
import { weekdayDate } from '@/components/pricing/weekday-date'
import { Button } from '@/components/ui/button'
import { formatDay } from '@/lib/core/dates'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { PriceRules } from '@/lib/pricing/queries'
import type { RuleKind, RuleRemoval } from '@/lib/pricing/schema'

const FEES = ['one_way', 'out_of_hours', 'young_driver'] as const

type EditedRule = { id: string; updated_at: string }
type RuleSectionsProps = Choices & { rules: PriceRules; currency: string; canEdit: boolean }

/** Everything that changes a price beyond the rates, kind by kind. */
export function RuleSections({ rules, categories, locations, currency, canEdit }: RuleSectionsProps) {
  const t = useTranslations('pricing')
  const words = useRuleWords({ categories, locations }, currency)
  const dialog = (kind: RuleKind, rule: EditedRule | undefined, fields: ReactNode, label = t('edit')) => (
    <RuleDialog kind={kind} rule={rule} trigger={<Button size="sm">{label}</Button>}>
      {fields}
    </RuleDialog>
  )
  const section = (kind: RuleKind, lines: RuleLine[], add: ReactNode) => (
    <RuleSection
      title={t(`${kind}.title`)}
      text={t(`${kind}.text`)}
      empty={t(`${kind}.none`)}
      columns={t.raw('columns')}
      rules={lines}
      add={add}
      removable={kind === 'promo_code' ? null : (kind as RuleRemoval['kind'])}
      canEdit={canEdit}
    />
  )
  const addOf = (kind: RuleKind, fields: ReactNode) => dialog(kind, undefined, fields, t(`${kind}.add`))
  return (
    <>
      {section(
        'season',
        rules.seasons.map((season) => ({
          ...words.season(season),
          edit: dialog('season', season, <SeasonFields season={season} {...{ categories, currency }} />),
        })),
        addOf('season', <SeasonFields {...{ categories, currency }} />),
      )}
      {section(
        'weekday_surcharge',
        rules.weekdays.map((one) => ({
          ...words.weekday(one),
          edit: dialog('weekday_surcharge', one, <WeekdayFields surcharge={one} categories={categories} />),
        })),
        addOf('weekday_surcharge', <WeekdayFields categories={categories} />),
      )}
      {section(
        'duration_discount',
        rules.discounts.map((one) => ({
          ...words.discount(one),
          edit: dialog('duration_discount', one, <DiscountFields discount={one} categories={categories} />),
        })),
        addOf('duration_discount', <DiscountFields categories={categories} />),
      )}
      {section(
        'fee',
        rules.fees.map((fee) => ({
          ...words.fee(fee),
          edit: dialog('fee', fee, <FeeFields kind={fee.kind} fee={fee} {...{ locations, currency }} />),
        })),
        FEES.map((kind) => (
          <span key={kind}>
            {dialog('fee', undefined, <FeeFields {...{ kind, locations, currency }} />, t(`fees.${kind}`))}
          </span>
        )),
      )}
      {section(
        'promo_code',
        rules.promoCodes.map((promo) => ({
          ...words.promo(promo),
          edit: dialog('promo_code', promo, <PromoFields promo={promo} {...{ categories, currency }} />),
        })),
        addOf('promo_code', <PromoFields {...{ categories, currency }} />),
      )}
      {section(
        'closed_day',
        rules.closedDays.map((closed) => ({
          ...words.closedDay(closed),
          edit: dialog('closed_day', closed, <ClosedDayFields closed={closed} locations={locations} />),
        })),
        addOf('closed_day', <ClosedDayFields locations={locations} />),
      )}
    </>
  )
}

/** What a rule is called, for whom it holds and what it does, in the reader's words. */
function useRuleWords({ categories, locations }: Choices, currency: string) {
  const t = useTranslations('pricing')
  const locale = useLocale()
  const format = useFormatter()
  const nameIn = (choices: Choices['categories'], id: string | null, none: string) =>
    choices.find((choice) => choice.id === id)?.name ?? none
  const category = (id: string | null) => nameIn(categories, id, t('allCategories'))
  const place = (id: string | null) => nameIn(locations, id, t('anyLocation'))
  const date = (day: string) => formatDay(day, locale)
  const money = (rappen: number) => formatMoney(rappen, currency)
  const signed = (percent: number) => `${percent > 0 ? '+' : '−'}${Math.abs(percent)}\u00A0%`
  const span = (from: string | null, until: string | null) =>
    [from && t('from', { date: date(from) }), until && t('until', { date: date(until) })]
      .filter(Boolean)
      .join(' ')
  return {
    season: (one: PriceRules['seasons'][number]) => ({
      id: one.id,
      name: labelOf(one.names, locale),
      scope: `${category(one.category_id)}, ${date(one.starts_on)} – ${date(one.ends_on)}`,
      effect: [
        one.percent === null
          ? t('perDayPrice', { price: money(one.daily_rappen ?? 0) })
          : signed(one.percent),
        one.minimum_days && t('minimum', { days: one.minimum_days }),
      ]
        .filter(Boolean)
        .join(', '),
    }),
    weekday: (one: PriceRules['weekdays'][number]) => ({
      id: one.id,
      name: [...one.weekdays]
        .sort()
        .map((day) => format.dateTime(weekdayDate(day), { weekday: 'long', timeZone: 'UTC' }))
        .join(', '),
      scope: category(one.category_id),
      effect: signed(one.percent),
    }),
    discount: (one: PriceRules['discounts'][number]) => ({
      id: one.id,
      name: t('fromDays', { days: one.from_days }),
      scope: category(one.category_id),
      effect: signed(-one.percent),
    }),
    fee: (one: PriceRules['fees'][number]) => ({
      id: one.id,
      name: one.kind === 'young_driver' ? t('belowAge', { age: one.below_age ?? 0 }) : t(`fees.${one.kind}`),
      scope:
        one.kind === 'one_way'
          ? `${place(one.location_id)} → ${place(one.to_location_id)}`
          : one.kind === 'out_of_hours'
            ? place(one.location_id)
            : t('allCategories'),
      effect:
        one.kind !== 'young_driver'
          ? money(one.amount_rappen)
          : one.cap_rappen === null
            ? t('perDayPrice', { price: money(one.amount_rappen) })
            : t('perDayCapped', { price: money(one.amount_rappen), cap: money(one.cap_rappen) }),
    }),
    promo: (one: PriceRules['promoCodes'][number]) => ({
      id: one.id,
      name: one.code,
      scope: [category(one.category_id), span(one.service_from, one.service_until)]
        .filter(Boolean)
        .join(', '),
      effect: [
        one.percent === null ? money(-(one.amount_rappen ?? 0)) : signed(-one.percent),
        span(one.bookable_from, one.bookable_until),
        one.use_limit && t('uses', { count: one.use_limit }),
        !one.active && t('promo_code.inactive'),
      ]
        .filter(Boolean)
        .join(', '),
    }),
    closedDay: (one: PriceRules['closedDays'][number]) => ({
      id: one.id,
      name: one.name,
      scope: nameIn(locations, one.location_id, t('allLocations')),
      effect: date(one.day),
    }),
  }
}
