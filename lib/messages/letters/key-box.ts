import { type Letter, oneLine, paragraph } from '@/lib/messages/letter'
import { periodRows } from '@/lib/messages/letters/reservation-rows'
import type { KeyBoxFacts } from '@/lib/messages/reservation-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

/** How the keys are reached when nobody is there. `url` is the private page of the booking. */
export function keyBoxLetter(facts: KeyBoxFacts, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.keyBox
  const { code, instructions } = facts.keyBox
  return {
    subject: own.subject(facts),
    preview: own.intro,
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), own.intro),
      { kind: 'facts', rows: [...periodRows(facts), { label: own.code, value: code, strong: true }] },
      ...(instructions ? [paragraph(...instructions.split('\n').map(oneLine))] : []),
      paragraph(own.secret),
      { kind: 'button', label: texts.reservationConfirmed.button, url },
    ],
    sender: facts.sender,
  }
}

/** The same in one short message. */
export function keyBoxSms(facts: KeyBoxFacts, url: string): string {
  const { sms } = textsIn(facts.language).keyBox
  return oneLine(sms({ company: facts.sender.name, place: facts.keyBox.place, code: facts.keyBox.code, url }))
}
