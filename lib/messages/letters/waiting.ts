import { siteUrlIn } from '@/lib/core/hosts'
import { translatorFor } from '@/lib/core/i18n/messages'
import type { Fact, Letter } from '@/lib/messages/letter'
import { letterFrom } from '@/lib/messages/letters/from-template'
import { timeFor } from '@/lib/messages/letters/reservation-rows'
import type { Values } from '@/lib/messages/templates/fill'
import type { MailTexts } from '@/lib/messages/templates/schema'
import { textsIn } from '@/lib/messages/texts/by-language'
import type { WaitingFacts } from '@/lib/messages/waiting-facts'

/** What the templates of the waiting list are filled with; the link leads to the private page of the entry. */
export function waitingValues(facts: WaitingFacts): Values {
  return {
    customer: facts.customer.name,
    company: facts.sender.name,
    vehicle: categoryOf(facts),
    pickup_time: timeFor(facts, facts.startsAt),
    pickup_place: facts.location ?? '',
    return_time: timeFor(facts, facts.endsAt),
    link: pageOf(facts),
    ...(facts.offeredUntil && { until: timeFor(facts, facts.offeredUntil) }),
  }
}

/** A mail about an entry of the waiting list, in the words given; an offer says until when it stands. */
export async function waitingLetter(facts: WaitingFacts, texts: MailTexts): Promise<Letter> {
  const { rows } = textsIn(facts.language)
  const until: Fact[] = facts.offeredUntil
    ? [{ label: rows.validUntil, value: timeFor(facts, facts.offeredUntil), strong: true }]
    : []
  return letterFrom(texts, waitingValues(facts), {
    sender: facts.sender,
    rows: [...(await wishRows(facts)), ...until],
    url: pageOf(facts),
  })
}

async function wishRows(facts: WaitingFacts): Promise<Fact[]> {
  const { rows } = textsIn(facts.language)
  const nameOf = await translatorFor(facts.language, 'booking-site.vehicle.equipment')
  const equipment = facts.equipment.map((piece) => nameOf(piece)).join(', ')
  return [
    { label: rows.vehicle, value: categoryOf(facts), strong: true, ...(equipment && { detail: equipment }) },
    {
      label: rows.pickup,
      value: timeFor(facts, facts.startsAt),
      ...(facts.location && { detail: facts.location }),
    },
    { label: rows.return, value: timeFor(facts, facts.endsAt) },
  ]
}

function categoryOf({ category, language }: WaitingFacts): string {
  return category ?? textsIn(language).waiting.anyCategory
}

function pageOf({ companySlug, token, language }: WaitingFacts): string {
  return siteUrlIn(language, companySlug, `/waiting/${token}`)
}
