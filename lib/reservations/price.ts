import { z } from 'zod'

const Names = z.record(z.string(), z.string())

const Line = z.object({
  kind: z.string(),
  code: z.string(),
  names: z.record(z.string(), z.string()).nullish(),
  charge: z.enum(['per_day', 'per_rental']).nullish(),
  capped: z.boolean().nullish(),
  quantity: z.number(),
  unit_rappen: z.number(),
  amount_rappen: z.number(),
})

const Rule = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('duration'), days: z.number(), time_zone: z.string() }),
  z.object({
    rule: z.literal('bands'),
    of: z.enum(['category', 'vehicle']),
    months: z.number(),
    weeks: z.number(),
    days: z.number(),
    hours: z.number().default(0),
    hourly_rappen: z.number().nullish(),
    daily_rappen: z.number(),
    weekly_rappen: z.number().nullable(),
    monthly_rappen: z.number().nullable(),
  }),
  z.object({
    rule: z.literal('season'),
    names: Names,
    starts_on: z.string(),
    ends_on: z.string(),
    days: z.number(),
    percent: z.number().optional(),
    hourly_rappen: z.number().optional(),
    daily_rappen: z.number().optional(),
    weekly_rappen: z.number().optional(),
    monthly_rappen: z.number().optional(),
  }),
  z.object({
    rule: z.literal('weekday'),
    days: z.number(),
    amount_rappen: z.number(),
    surcharges: z.array(z.object({ weekdays: z.array(z.number()), percent: z.number() })),
  }),
  z.object({
    rule: z.literal('long_rental'),
    from_days: z.number(),
    percent: z.number(),
    amount_rappen: z.number(),
  }),
  z.object({ rule: z.literal('one_way'), from: z.string(), to: z.string(), amount_rappen: z.number() }),
  z.object({
    rule: z.enum(['out_of_hours_pickup', 'out_of_hours_return']),
    location: z.string(),
    amount_rappen: z.number(),
  }),
  z.object({
    rule: z.literal('young_driver'),
    age: z.number(),
    below_age: z.number(),
    day_rappen: z.number(),
    cap_rappen: z.number().nullable(),
    amount_rappen: z.number(),
  }),
  z.object({
    rule: z.literal('extra_cap'),
    names: Names,
    cap_rappen: z.number(),
    uncapped_rappen: z.number(),
  }),
  z.object({
    rule: z.literal('promo'),
    code: z.string(),
    percent: z.number().optional(),
    amount_rappen: z.number().optional(),
    amount_off_rappen: z.number(),
  }),
  z.object({ rule: z.literal('rounding'), step_rappen: z.number(), amount_rappen: z.number() }),
  z.object({ rule: z.literal('vat'), rate_bp: z.number() }),
  z.object({
    rule: z.literal('booking_deposit'),
    percent: z.number(),
    minimum_rappen: z.number().optional(),
  }),
])

/** A rule that made a price, as the database noted it. */
export type PriceRule = z.infer<typeof Rule>

/** A price with the rules that made it; nothing of it is computed again here. */
export type Price = z.infer<typeof PriceAnswer>
export type PriceLine = Price['lines'][number]

const Short = z.object({
  currency: z.string(),
  days: z.number(),
  total_rappen: z.number(),
  vat: z.array(z.object({ rate_bp: z.number(), vat_rappen: z.number() })),
  booking_deposit_rappen: z.number(),
  security_deposit_rappen: z.number(),
  minimum_age: z.number(),
  included_km: z.number(),
  extra_km_rappen: z.number(),
})

/** Reads the price in short that a search answers: without its lines and rules. */
export const ShortPriceAnswer = Short.transform(toShortPrice)

/** Reads what the price function answered, now or when the reservation was made. */
export const PriceAnswer = Short.extend({
  lines: z.array(Line),
  trace: z.array(z.unknown()).default([]),
}).transform((price) => ({
  ...toShortPrice(price),
  lines: price.lines.map((line) => ({
    kind: line.kind,
    code: line.code,
    names: line.names ?? null,
    charge: line.capped ? 'per_rental' : (line.charge ?? null),
    quantity: line.quantity,
    unitRappen: line.unit_rappen,
    amountRappen: line.amount_rappen,
  })),
  // A rule that this version does not know yet has no sentence; the sums do not depend on it.
  rules: price.trace.flatMap((rule) => Rule.safeParse(rule).data ?? []),
}))

function toShortPrice(price: z.infer<typeof Short>) {
  return {
    currency: price.currency,
    days: price.days,
    totalRappen: price.total_rappen,
    vat: price.vat.map(({ rate_bp, vat_rappen }) => ({ rateBp: rate_bp, vatRappen: vat_rappen })),
    bookingDepositRappen: price.booking_deposit_rappen,
    securityDepositRappen: price.security_deposit_rappen,
    minimumAge: price.minimum_age,
    includedKm: price.included_km,
    extraKmRappen: price.extra_km_rappen,
  }
}
