import { formatDateTime } from '@/lib/core/dates'
import { oneLine } from '@/lib/core/line'
import { formatMoney } from '@/lib/core/money'
import type { Fact } from '@/lib/messages/letter'
import type { ReservationFacts } from '@/lib/messages/reservation-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

/** An instant as the reservation's customer reads it: in their language, in the company's zone. */
export function timeFor(facts: Pick<ReservationFacts, 'timeZone' | 'language'>, instant: Date): string {
  return formatDateTime(instant, { timeZone: facts.timeZone, locale: facts.language })
}

/** What was reserved: number, vehicle, when and where. */
export function periodRows(facts: ReservationFacts): Fact[] {
  const { rows } = textsIn(facts.language)
  return [
    { label: rows.number, value: facts.number, strong: true },
    { label: rows.vehicle, value: facts.vehicle },
    { label: rows.pickup, value: timeFor(facts, facts.startsAt), detail: facts.pickup },
    { label: rows.return, value: timeFor(facts, facts.endsAt), detail: facts.return },
  ]
}

/** The extras that were booked, each with its price. */
export function extraRows({ extras, currency }: ReservationFacts): Fact[] {
  return extras.map(({ name, quantity, amountRappen }) => ({
    label: oneLine(`${name} × ${quantity}`),
    value: formatMoney(amountRappen, currency),
  }))
}

/** What it costs, what is paid and what remains. */
export function moneyRows(facts: ReservationFacts): Fact[] {
  const { rows } = textsIn(facts.language)
  const amount = (rappen: number) => formatMoney(rappen, facts.currency)
  const total = {
    label: facts.totalHasVat ? rows.totalWithVat : rows.total,
    value: amount(facts.totalRappen),
    strong: true,
  }
  if (facts.paidRappen === 0) return [total]
  return [
    total,
    { label: rows.paid, value: amount(facts.paidRappen) },
    { label: rows.remainder, value: amount(facts.totalRappen - facts.paidRappen) },
  ]
}
