import { z } from 'zod'
import { formatMoney } from '@/lib/core/money'
import type { Fact } from '@/lib/messages/letter'
import { extraRows, moneyRows, periodRows, timeFor } from '@/lib/messages/letters/reservation-rows'
import type { ReservationFacts } from '@/lib/messages/reservation-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

/** What the customer was told last. */
export const KnownBefore = z
  .object({
    starts_at: z.coerce.date(),
    ends_at: z.coerce.date(),
    total_rappen: z.number(),
    vehicle: z.string(),
  })
  .transform((row) => ({
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    totalRappen: row.total_rappen,
    vehicle: row.vehicle,
  }))
export type KnownBefore = z.infer<typeof KnownBefore>

/** What holds of a changed reservation now, and beneath each line that changed what it was. */
export function changedRows(facts: ReservationFacts, before: KnownBefore): Fact[] {
  const word = textsIn(facts.language).reservationChanged.before
  const [number, vehicle, pickup, back] = periodRows(facts)
  const [total, ...money] = moneyRows(facts)
  return [
    number,
    withBefore(vehicle, before.vehicle, word),
    withBefore(pickup, timeFor(facts, before.startsAt), word),
    withBefore(back, timeFor(facts, before.endsAt), word),
    ...extraRows(facts),
    withBefore(total, formatMoney(before.totalRappen, facts.currency), word),
    ...money,
  ].filter((row): row is Fact => row !== undefined)
}

function withBefore(row: Fact | undefined, value: string, word: string): Fact | undefined {
  if (!row || row.value === value) return row
  return { ...row, detail: [row.detail, `${word}: ${value}`].filter(Boolean).join(' · ') }
}
