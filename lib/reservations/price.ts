import { z } from 'zod'
import { readRules } from '@/lib/core/price-rules'

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
  /** What of a damage is paid at most; null where nothing limits it. */
  excess_rappen: z.number().nullish(),
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
  rules: readRules(price.trace),
}))

function toShortPrice(price: z.infer<typeof Short>) {
  return {
    currency: price.currency,
    days: price.days,
    totalRappen: price.total_rappen,
    vat: price.vat.map(({ rate_bp, vat_rappen }) => ({ rateBp: rate_bp, vatRappen: vat_rappen })),
    bookingDepositRappen: price.booking_deposit_rappen,
    securityDepositRappen: price.security_deposit_rappen,
    excessRappen: price.excess_rappen ?? null,
    minimumAge: price.minimum_age,
    includedKm: price.included_km,
    extraKmRappen: price.extra_km_rappen,
  }
}
