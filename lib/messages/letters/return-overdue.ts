import { type Letter, oneLine, paragraph } from '@/lib/messages/letter'
import { periodRows, timeFor } from '@/lib/messages/letters/reservation-rows'
import type { ReservationFacts } from '@/lib/messages/reservation-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

/** The vehicle should be back. The facts are those of the contract: its number, and the end agreed last. */
export function returnOverdueLetter(facts: ReservationFacts, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.returnOverdue
  const told = { number: facts.number, from: timeFor(facts, facts.endsAt) }
  return {
    subject: own.subject(told),
    preview: own.intro(told),
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), own.intro(told)),
      { kind: 'facts', rows: periodRows(facts) },
      paragraph(own.question),
      { kind: 'button', label: texts.reservationConfirmed.button, url },
    ],
    sender: facts.sender,
  }
}

/** The same in one short message. */
export function returnOverdueSms(facts: ReservationFacts): string {
  const { sms } = textsIn(facts.language).returnOverdue
  return oneLine(
    sms({ company: facts.sender.name, number: facts.number, from: timeFor(facts, facts.endsAt) }),
  )
}
