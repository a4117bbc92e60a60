import { z } from 'zod'
import { readRules } from '@/lib/core/price-rules'

const Names = z.record(z.string(), z.string())

const Line = z.object({
  kind: z.enum(['rental', 'discount', 'fee', 'extra', 'rounding']),
  code: z.string(),
  names: Names.nullish(),
  charge: z.enum(['per_day', 'per_rental']).nullish(),
  capped: z.boolean().nullish(),
  quantity: z.number(),
  unit_rappen: z.number().int(),
  amount_rappen: z.number().int(),
})

const Short = z.object({
  currency: z.string(),
  days: z.number().int(),
  total_rappen: z.number().int(),
  vat: z.array(z.object({ rate_bp: z.number().int(), vat_rappen: z.number().int() })),
  booking_deposit_rappen: z.number().int(),
  security_deposit_rappen: z.number().int(),
  /** What of a damage is paid at most; null where nothing limits it. */
  excess_rappen: z.number().int().nullish(),
  minimum_age: z.number().int(),
  included_km: z.number().int(),
  extra_km_rappen: z.number().int(),
})
const Answer = Short.extend({
  lines: z.array(Line),
  trace: z.array(z.unknown()).default([]),
  /** How many are left of the extras that are counted, by their id; a price that was agreed tells none. */
  extras_left: z.record(z.string(), z.number()).nullish(),
})

/** A priced line: a part of the rental (`month` … `hour`, `weekday`), a discount, a fee, an extra with its names, the rounding. */
export type PriceLine = {
  kind: 'rental' | 'discount' | 'fee' | 'extra' | 'rounding'
  code: string
  names: Record<string, string>
  charge: 'per_day' | 'per_rental'
  quantity: number
  unitRappen: number
  amountRappen: number
}

/** Reads the price in short that a search answers: without its lines and rules. */
export const ShortPriceAnswer = Short.transform(toShortPrice)

/** The database's price of a vehicle for a period, VAT included; nothing here is computed again. */
export type Price = ReturnType<typeof toPrice>

/** Reads what the price function answers. */
export const PriceAnswer = Answer.transform(toPrice)

function toPrice(answer: z.infer<typeof Answer>) {
  return {
    ...toShortPrice(answer),
    lines: answer.lines.map(toLine),
    rules: readRules(answer.trace),
    extrasLeft: answer.extras_left ?? {},
  }
}

function toShortPrice(answer: z.infer<typeof Short>) {
  return {
    currency: answer.currency,
    days: answer.days,
    totalRappen: answer.total_rappen,
    vat: answer.vat.map(({ rate_bp, vat_rappen }) => ({ rateBp: rate_bp, vatRappen: vat_rappen })),
    bookingDepositRappen: answer.booking_deposit_rappen,
    securityDepositRappen: answer.security_deposit_rappen,
    excessRappen: answer.excess_rappen ?? null,
    minimumAge: answer.minimum_age,
    includedKm: answer.included_km,
    extraKmRappen: answer.extra_km_rappen,
  }
}

function toLine({
  unit_rappen,
  amount_rappen,
  names,
  charge,
  capped,
  ...line
}: z.infer<typeof Line>): PriceLine {
  return {
    ...line,
    names: names ?? {},
    charge: charge && !capped ? charge : 'per_rental',
    unitRappen: unit_rappen,
    amountRappen: amount_rappen,
  }
}
