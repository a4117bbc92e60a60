import { type Letter, oneLine, paragraph } from '@/lib/messages/letter'
import { moneyRows, periodRows, timeFor } from '@/lib/messages/letters/reservation-rows'
import type { ReservationFacts } from '@/lib/messages/reservation-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

/** The mail that says a vehicle is theirs. `url` is the private page of the booking. */
export function reservationConfirmedLetter(facts: ReservationFacts, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.reservationConfirmed
  return {
    subject: own.subject(facts),
    preview: own.preview({ from: timeFor(facts, facts.startsAt), place: facts.pickup }),
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), own.intro(facts)),
      { kind: 'facts', rows: [...periodRows(facts), ...moneyRows(facts)] },
      paragraph(own.bring),
      { kind: 'button', label: own.button, url },
    ],
    sender: facts.sender,
  }
}

/** The same in one short message. */
export function reservationConfirmedSms(facts: ReservationFacts, url: string): string {
  const place = facts.pickup.split(', ')[0] ?? ''
  const text = textsIn(facts.language).reservationConfirmed.sms({
    company: facts.sender.name,
    number: facts.number,
    from: timeFor(facts, facts.startsAt),
    place,
    url,
  })
  return oneLine(text)
}
