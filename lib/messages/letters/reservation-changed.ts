import { z } from 'zod'
import { formatMoney } from '@/lib/core/money'
import { type Fact, type Letter, paragraph } from '@/lib/messages/letter'
import { moneyRows, periodRows, timeFor } from '@/lib/messages/letters/reservation-rows'
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

/** A changed reservation: what holds now, and beneath each line that changed what it was. */
export function reservationChangedLetter(facts: ReservationFacts, before: KnownBefore, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.reservationChanged
  const [number, vehicle, pickup, back] = periodRows(facts)
  const [total, ...money] = moneyRows(facts)
  const rows = [
    number,
    withBefore(vehicle, before.vehicle, own.before),
    withBefore(pickup, timeFor(facts, before.startsAt), own.before),
    withBefore(back, timeFor(facts, before.endsAt), own.before),
    withBefore(total, formatMoney(before.totalRappen, facts.currency), own.before),
    ...money,
  ].filter((row): row is Fact => row !== undefined)
  return {
    subject: own.subject(facts),
    preview: own.intro(facts),
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), own.intro(facts)),
      { kind: 'facts', rows },
      paragraph(own.question),
      { kind: 'button', label: own.button, url },
    ],
    sender: facts.sender,
  }
}

function withBefore(row: Fact | undefined, value: string, word: string): Fact | undefined {
  if (!row || row.value === value) return row
  return { ...row, detail: [row.detail, `${word}: ${value}`].filter(Boolean).join(' · ') }
}
