import { type Letter, paragraph } from '@/lib/messages/letter'
import { periodRows } from '@/lib/messages/letters/reservation-rows'
import type { ReservationFacts } from '@/lib/messages/reservation-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

/** The customer's new private link; the one before opens nothing any more. */
export function privateLinkLetter(facts: ReservationFacts, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.privateLink
  return {
    subject: own.subject(facts),
    preview: own.intro(facts),
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), own.intro(facts)),
      { kind: 'facts', rows: periodRows(facts) },
      { kind: 'button', label: own.button, url },
      paragraph(own.old),
    ],
    sender: facts.sender,
  }
}
