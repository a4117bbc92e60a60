import { type Block, type Letter, oneLine, paragraph } from '@/lib/messages/letter'
import { periodRows, timeFor } from '@/lib/messages/letters/reservation-rows'
import type { ReservationFacts } from '@/lib/messages/reservation-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

type Parts = { subject: string; heading: string; intro: string; more: Block[] }

function letterOf(facts: ReservationFacts, { subject, heading, intro, more }: Parts): Letter {
  const greeting = textsIn(facts.language).greeting(facts.customer.name)
  return {
    subject,
    preview: intro,
    heading,
    blocks: [paragraph(greeting, intro), { kind: 'facts', rows: periodRows(facts) }, ...more],
    sender: facts.sender,
  }
}

/** Asks the customer to check in from home. `url` is the form. */
export function checkinInvitationLetter(facts: ReservationFacts, url: string): Letter {
  const own = textsIn(facts.language).checkinInvitation
  const more: Block[] = [{ kind: 'button', label: own.button, url }]
  return letterOf(facts, { ...own, subject: own.subject(facts), intro: own.intro(facts), more })
}

/** Reminds of the pickup, and what to bring. `url` is the private page of the booking. */
export function dayBeforeLetter(facts: ReservationFacts, url: string): Letter {
  const { dayBefore: own, reservationConfirmed } = textsIn(facts.language)
  const subject = own.subject({ number: facts.number, from: timeFor(facts, facts.startsAt) })
  const more: Block[] = [
    paragraph(reservationConfirmed.bring),
    { kind: 'button', label: reservationConfirmed.button, url },
  ]
  return letterOf(facts, { subject, heading: own.heading, intro: own.intro(facts), more })
}

/** The same in one short message. */
export function dayBeforeSms(facts: ReservationFacts, url: string): string {
  const { sms } = textsIn(facts.language).dayBefore
  const from = timeFor(facts, facts.startsAt)
  return oneLine(sms({ company: facts.sender.name, number: facts.number, from, place: facts.pickup, url }))
}

/** Reminds of the return, and that it may be later. `url` is the private page of the booking. */
export function returnReminderLetter(facts: ReservationFacts, url: string): Letter {
  const { returnReminder: own, reservationConfirmed } = textsIn(facts.language)
  const intro = own.intro({ until: timeFor(facts, facts.endsAt), place: facts.return })
  const more: Block[] = [paragraph(own.longer), { kind: 'button', label: reservationConfirmed.button, url }]
  return letterOf(facts, { subject: own.subject(facts), heading: own.heading, intro, more })
}
