'use server'

import { z } from 'zod'
import { memberAction } from '@/lib/core/action'
import { instantOf, localDateOf } from '@/lib/core/dates'
import { addRate, removePriceRule, savePriceRule } from '@/lib/pricing/commands'
import { NewRate, PriceRuleChange, RuleRemoval } from '@/lib/pricing/schema'
import { priceReservation } from '@/lib/reservations/queries/availability'

export const savePriceRuleAction = memberAction(
  { input: PriceRuleChange, permission: 'fleet.edit' },
  savePriceRule,
)

export const removePriceRuleAction = memberAction(
  { input: RuleRemoval, permission: 'fleet.edit' },
  removePriceRule,
)

export const addRateAction = memberAction({ input: NewRate, permission: 'fleet.edit' }, addRate)

const blank = (value: unknown) => (value === '' ? undefined : value)
const Question = z.object({
  categoryId: z.uuid(),
  from: z.iso.datetime({ local: true }),
  to: z.iso.datetime({ local: true }),
  pickupLocationId: z.preprocess(blank, z.uuid().optional()),
  returnLocationId: z.preprocess(blank, z.uuid().optional()),
  extraId: z.preprocess(blank, z.uuid().optional()),
  driverAge: z.preprocess(blank, z.coerce.number().int().min(16).max(99).optional()),
  promoCode: z.string().trim().max(40).optional(),
})

export const quoteAction = memberAction(
  { input: Question, permission: 'reservations.see' },
  async (ctx, { from, to, extraId, driverAge, ...wish }) => {
    const today = localDateOf(ctx.now(), ctx.timeZone)
    return priceReservation(ctx, {
      ...wish,
      startsAt: instantOf(from, ctx.timeZone),
      endsAt: instantOf(to, ctx.timeZone),
      extras: extraId ? [{ extraId, quantity: 1 }] : [],
      // Somebody whose birthday is the day of pickup at the latest is that old.
      ...(driverAge && {
        driverBirthDate: `${Number(from.slice(0, 4)) - driverAge}${(from || today).slice(4, 10)}`,
      }),
    })
  },
)
