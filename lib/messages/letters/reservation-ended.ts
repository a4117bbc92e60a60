import { formatMoney } from '@/lib/core/money'
import { type Letter, paragraph } from '@/lib/messages/letter'
import { periodRows } from '@/lib/messages/letters/reservation-rows'
import type { ReservationFacts } from '@/lib/messages/reservation-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

/** A payment came too late and the vehicle was gone: the money goes back. `url` begins a new search. */
export function reservationRefundedLetter(facts: ReservationFacts, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.reservationRefunded
  const amount = formatMoney(facts.refundedRappen, facts.currency)
  return {
    subject: own.subject({ number: facts.number, amount }),
    preview: `${texts.rows.refunded}: ${amount}`,
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), own.intro({ number: facts.number, amount })),
      {
        kind: 'facts',
        rows: [...periodRows(facts), { label: texts.rows.refunded, value: amount, strong: true }],
      },
      { kind: 'button', label: own.button, url },
    ],
    sender: facts.sender,
  }
}

/** The company has cancelled the reservation. */
export function reservationCancelledLetter(facts: ReservationFacts): Letter {
  const texts = textsIn(facts.language)
  const own = texts.reservationCancelled
  return {
    subject: own.subject(facts),
    preview: own.intro(facts),
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), own.intro(facts)),
      { kind: 'facts', rows: periodRows(facts) },
      paragraph(own.question),
    ],
    sender: facts.sender,
  }
}
