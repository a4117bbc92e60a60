import { z } from 'zod'
import { rappen } from '@/lib/core/amount'
import { line } from '@/lib/core/line'
import { nameFields } from '@/lib/core/name-fields'
import { optional } from '@/lib/core/optional'
import { SeenAt } from '@/lib/core/seen'
import { wholeNumber } from '@/lib/core/whole-number'

const id = z.uuid().optional()
const categoryId = optional(z.uuid())
const price = optional(rappen(1, 100_000_000))

/** Two years, as the database allows. */
const LONGEST_SEASON_MS = 730 * 86_400_000

const SeasonChange = z
  .object({
    kind: z.literal('season'),
    id,
    seenAt: SeenAt,
    categoryId,
    ...nameFields,
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    percent: optional(wholeNumber(-90, 500)),
    hourlyRappen: price,
    dailyRappen: price,
    weeklyRappen: price,
    monthlyRappen: price,
    minimumDays: optional(wholeNumber(1, 366)),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], message: 'season_ends' })
  .refine(({ startsOn, endsOn }) => Date.parse(endsOn) - Date.parse(startsOn) <= LONGEST_SEASON_MS, {
    path: ['endsOn'],
    message: 'season_too_long',
  })
  .refine(
    ({ percent, hourlyRappen, dailyRappen, weeklyRappen, monthlyRappen }) =>
      percent === null
        ? dailyRappen !== null
        : [hourlyRappen, dailyRappen, weeklyRappen, monthlyRappen].every((price) => price === null),
    { path: ['percent'], message: 'percent_or_price' },
  )

const WeekdayChange = z.object({
  kind: z.literal('weekday_surcharge'),
  id,
  seenAt: SeenAt,
  categoryId,
  weekdays: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(wholeNumber(1, 7)).min(1, 'required'),
  ),
  percent: wholeNumber(-90, 300),
})

const DiscountChange = z.object({
  kind: z.literal('duration_discount'),
  id,
  seenAt: SeenAt,
  categoryId,
  fromDays: wholeNumber(2, 366),
  percent: wholeNumber(1, 90),
})

const FeeChange = z
  .object({
    kind: z.literal('fee'),
    id,
    seenAt: SeenAt,
    fee: z.enum(['one_way', 'out_of_hours', 'young_driver']),
    locationId: optional(z.uuid()),
    toLocationId: optional(z.uuid()),
    belowAge: optional(wholeNumber(17, 99)),
    amountRappen: rappen(0, 10_000_000),
    capRappen: optional(rappen(0, 10_000_000)),
  })
  .refine(
    ({ fee, locationId, toLocationId }) => fee !== 'one_way' || !locationId || locationId !== toLocationId,
    {
      path: ['toLocationId'],
      message: 'same_place',
    },
  )
  .refine(({ fee, belowAge }) => fee !== 'young_driver' || belowAge !== null, {
    path: ['belowAge'],
    message: 'required',
  })

/** Two days of which either may be open. */
const isInOrder = (first: string | null, last: string | null) => !first || !last || first <= last

const PromoChange = z
  .object({
    kind: z.literal('promo_code'),
    id,
    seenAt: SeenAt,
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9][A-Z0-9_-]{2,29}$/, 'promo_code'),
    categoryId,
    percent: optional(wholeNumber(1, 100)),
    amountRappen: optional(rappen(1, 10_000_000)),
    minimumRappen: z.preprocess((value) => (value === '' ? 0 : value), rappen(0, 100_000_000)),
    bookableFrom: optional(z.iso.date()),
    bookableUntil: optional(z.iso.date()),
    serviceFrom: optional(z.iso.date()),
    serviceUntil: optional(z.iso.date()),
    useLimit: optional(wholeNumber(1, 1_000_000)),
    active: z.stringbool().default(true),
  })
  .refine(({ bookableFrom, bookableUntil }) => isInOrder(bookableFrom, bookableUntil), {
    path: ['bookableUntil'],
    message: 'season_ends',
  })
  .refine(({ serviceFrom, serviceUntil }) => isInOrder(serviceFrom, serviceUntil), {
    path: ['serviceUntil'],
    message: 'season_ends',
  })
  .refine(({ percent, amountRappen }) => (percent === null) !== (amountRappen === null), {
    path: ['percent'],
    message: 'percent_or_price',
  })

const ClosedDayChange = z.object({
  kind: z.literal('closed_day'),
  id,
  seenAt: SeenAt,
  locationId: optional(z.uuid()),
  day: z.iso.date(),
  name: line(80).min(1),
})

/** A rule of the price list as its form sends it; without an id it is new. */
export const PriceRuleChange = z.discriminatedUnion('kind', [
  SeasonChange,
  WeekdayChange,
  DiscountChange,
  FeeChange,
  PromoChange,
  ClosedDayChange,
])
export type PriceRuleChange = z.infer<typeof PriceRuleChange>
export type RuleKind = PriceRuleChange['kind']

/** A rule that goes, or a vehicle's own prices; a promo code is closed instead, because bookings name it. */
export const RuleRemoval = z.object({
  kind: z.enum(['season', 'weekday_surcharge', 'duration_discount', 'fee', 'closed_day', 'own_rate']),
  id: z.uuid(),
})
export type RuleRemoval = z.infer<typeof RuleRemoval>

/** The first price list of a category, or one of a vehicle that no longer follows its category's. */
export const NewRate = z.object({
  categoryId: z.uuid(),
  vehicleId: z.uuid().optional(),
  hourlyRappen: price,
  dailyRappen: rappen(1, 100_000_000),
  weeklyRappen: price,
  monthlyRappen: price,
  includedKmPerDay: wholeNumber(0, 10_000),
  extraKmRappen: rappen(0, 100_000),
})
export type NewRate = z.infer<typeof NewRate>
