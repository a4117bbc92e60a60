import { namesOf } from '@/lib/core/name-fields'
import type { PriceRuleChange } from '@/lib/pricing/schema'

type RuleRow = {
  table: 'seasons' | 'weekday_surcharges' | 'duration_discounts' | 'fees' | 'promo_codes' | 'closed_days'
  row: Record<string, unknown>
  /** What is given once, when the rule is new. */
  fixed?: Record<string, unknown>
}

/** The row a rule's form stands for. */
export function rowOf(change: PriceRuleChange): RuleRow {
  switch (change.kind) {
    case 'season':
      return {
        table: 'seasons',
        row: {
          category_id: change.categoryId,
          names: namesOf(change),
          starts_on: change.startsOn,
          ends_on: change.endsOn,
          percent: change.percent,
          hourly_rappen: change.hourlyRappen,
          daily_rappen: change.dailyRappen,
          weekly_rappen: change.weeklyRappen,
          monthly_rappen: change.monthlyRappen,
          minimum_days: change.minimumDays,
        },
      }
    case 'weekday_surcharge':
      return {
        table: 'weekday_surcharges',
        row: { category_id: change.categoryId, weekdays: change.weekdays, percent: change.percent },
      }
    case 'duration_discount':
      return {
        table: 'duration_discounts',
        row: { category_id: change.categoryId, from_days: change.fromDays, percent: change.percent },
      }
    case 'fee':
      return {
        table: 'fees',
        fixed: { kind: change.fee },
        row: {
          location_id: change.fee === 'young_driver' ? null : change.locationId,
          to_location_id: change.fee === 'one_way' ? change.toLocationId : null,
          below_age: change.fee === 'young_driver' ? change.belowAge : null,
          amount_rappen: change.amountRappen,
          cap_rappen: change.fee === 'young_driver' ? change.capRappen : null,
        },
      }
    case 'promo_code':
      return {
        table: 'promo_codes',
        fixed: { code: change.code },
        row: {
          category_id: change.categoryId,
          percent: change.percent,
          amount_rappen: change.amountRappen,
          minimum_rappen: change.minimumRappen,
          bookable_from: change.bookableFrom,
          bookable_until: change.bookableUntil,
          service_from: change.serviceFrom,
          service_until: change.serviceUntil,
          use_limit: change.useLimit,
          ...(change.id && { active: change.active }),
        },
      }
    case 'closed_day':
      return {
        table: 'closed_days',
        row: { location_id: change.locationId, day: change.day, name: change.name },
      }
  }
}
