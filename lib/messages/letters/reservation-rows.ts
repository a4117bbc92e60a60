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

/** The extras that were booked, each with its price, after the rental without them: together they are the total. */
export function extraRows({ extras, totalRappen, currency, language }: ReservationFacts): Fact[] {
  if (extras.length === 0) return []
  const rentalRappen = extras.reduce((rest, { amountRappen }) => rest - amountRappen, totalRappen)
  return [
    { label: textsIn(language).rows.rental, value: formatMoney(rentalRappen, currency) },
    ...extras.map(({ name, quantity, amountRappen }) => ({
      label: oneLine(`${name} × ${quantity}`),
      value: formatMoney(amountRappen, currency),
    })),
  ]
}

/** What became of the money paid for a reservation that was called off. */
export function endRows({ ended, currency, language }: ReservationFacts): Fact[] {
  const { rows } = textsIn(language)
  const amounts = [
    { label: rows.refunded, rappen: ended?.refundRappen ?? 0 },
    { label: rows.kept, rappen: ended?.feeRappen ?? 0 },
  ]
  return amounts
    .filter(({ rappen }) => rappen > 0)
    .map(({ label, rappen }) => ({ label, value: formatMoney(rappen, currency), strong: true }))
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
