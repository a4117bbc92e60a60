import { type Letter, paragraph } from '@/lib/messages/letter'
import type { ReservationFacts } from '@/lib/messages/reservation-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

/** The vehicle was taken back without its customer. `url` is the private page of the booking. */
export function vehicleReturnedLetter(facts: ReservationFacts, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.vehicleReturned
  const told = { number: facts.number, vehicle: facts.vehicle }
  return {
    subject: own.subject(told),
    preview: own.intro(told),
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), own.intro(told)),
      paragraph(own.next),
      { kind: 'button', label: texts.reservationConfirmed.button, url },
    ],
    sender: facts.sender,
  }
}
