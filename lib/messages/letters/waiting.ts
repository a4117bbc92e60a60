import { type Fact, type Letter, oneLine, paragraph } from '@/lib/messages/letter'
import { timeFor } from '@/lib/messages/letters/reservation-rows'
import { textsIn } from '@/lib/messages/texts/by-language'
import type { WaitingFacts } from '@/lib/messages/waiting-facts'

function wishRows(facts: WaitingFacts): Fact[] {
  const { rows, waiting } = textsIn(facts.language)
  return [
    { label: rows.vehicle, value: facts.category ?? waiting.anyCategory, strong: true },
    {
      label: rows.pickup,
      value: timeFor(facts, facts.startsAt),
      ...(facts.location && { detail: facts.location }),
    },
    { label: rows.return, value: timeFor(facts, facts.endsAt) },
  ]
}

/** Somebody is on the list now. `url` is the private page of the entry, where one leaves the list again. */
export function waitingListedLetter(facts: WaitingFacts, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.waiting.listed
  return {
    subject: own.subject,
    preview: own.intro,
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), own.intro),
      { kind: 'facts', rows: wishRows(facts) },
      { kind: 'button', label: own.button, url },
      paragraph(own.leave),
    ],
    sender: facts.sender,
  }
}

/** Something has become free. `url` is the private page of the entry, where it is taken up. */
export function waitingOfferLetter(facts: WaitingFacts & { offeredUntil: Date }, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.waiting.offer
  const until = timeFor(facts, facts.offeredUntil)
  const intro = facts.isHeld ? own.held({ until }) : own.free({ until })
  return {
    subject: own.subject,
    preview: intro,
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), intro),
      {
        kind: 'facts',
        rows: [...wishRows(facts), { label: texts.rows.validUntil, value: until, strong: true }],
      },
      { kind: 'button', label: own.button, url },
      paragraph(texts.waiting.listed.leave),
    ],
    sender: facts.sender,
  }
}

/** The same in one short message. */
export function waitingOfferSms(facts: WaitingFacts & { offeredUntil: Date }, url: string): string {
  const { sms } = textsIn(facts.language).waiting.offer
  return oneLine(
    sms({
      company: facts.sender.name,
      from: timeFor(facts, facts.startsAt),
      until: timeFor(facts, facts.offeredUntil),
      url,
    }),
  )
}
