import { z } from 'zod'

const Names = z.record(z.string(), z.string())

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
    /** Of how many that are paid: a week or month may reach beyond the return. */
    of_days: z.number().optional(),
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

/** The rules of a price's trace. One that this version does not know yet has no sentence; the sums do not depend on it. */
export function readRules(trace: unknown[]): PriceRule[] {
  return trace.flatMap((rule) => Rule.safeParse(rule).data ?? [])
}
