import { cancellationRules, cancellationText } from '@/lib/core/cancellation'
import { formatTime } from '@/lib/core/dates'
import { siteUrlIn } from '@/lib/core/hosts'
import { labelOf } from '@/lib/core/labels'
import { oneLine } from '@/lib/core/line'
import { formatMoney } from '@/lib/core/money'
import { type Block, type Fact, type Letter, paragraph } from '@/lib/messages/letter'
import { letterFrom } from '@/lib/messages/letters/from-template'
import { endRows, extraRows, moneyRows, periodRows, timeFor } from '@/lib/messages/letters/reservation-rows'
import type { KeyBox, ReservationFacts } from '@/lib/messages/reservation-facts'
import type { TemplateEvent } from '@/lib/messages/templates/events'
import type { Values } from '@/lib/messages/templates/fill'
import type { MailTexts } from '@/lib/messages/templates/schema'
import { textsIn } from '@/lib/messages/texts/by-language'
import type { UpsellOffer } from '@/lib/messages/upsell-offers'

/** What a customer is told about a reservation. */
export type ReservationEvent = Exclude<
  TemplateEvent,
  `waiting_${string}` | `payment_${string}` | `document_${string}`
>

/** What a letter knows besides the reservation: how to get at the keys, when staff arrive, what is told differently, what can still be added, whether an addendum waits to be signed. */
export type More = {
  /** When it is sent. */
  now?: Date
  keyBox?: KeyBox
  arrivesAt?: Date
  /** They come for the return. */
  isReturn?: boolean
  rows?: Fact[]
  offers?: UpsellOffer[]
  awaitsSignature?: boolean
}

/** Where a message about the reservation leads: the private page of the booking, or the part of it that is asked for. */
export function linkOf(
  event: ReservationEvent,
  { companySlug, token, reviewUrl, language }: ReservationFacts,
): string {
  if (event === 'review_request' && reviewUrl) return reviewUrl
  if (event === 'reservation_refunded') return siteUrlIn(language, companySlug, '/')
  return siteUrlIn(
    language,
    companySlug,
    `/portal/${token}${event === 'checkin_invitation' ? '/checkin' : ''}`,
  )
}

/** Where its customer and the company write to each other. */
export function conversationUrl({ companySlug, token, language }: ReservationFacts): string {
  return siteUrlIn(language, companySlug, `/portal/${token}/messages`)
}

/** About these one calls where the vehicle comes back. */
const RETURNS: readonly ReservationEvent[] = ['return_reminder', 'return_overdue', 'vehicle_returned']

/** What the templates about a reservation are filled with. */
export function valuesOf(
  event: ReservationEvent,
  facts: ReservationFacts,
  { keyBox, arrivesAt, isReturn = RETURNS.includes(event) }: More = {},
): Values {
  return {
    customer: facts.customer.name,
    company: facts.sender.name,
    number: facts.number,
    vehicle: facts.vehicle,
    pickup_time: timeFor(facts, facts.startsAt),
    pickup_place: facts.pickup,
    return_time: timeFor(facts, facts.endsAt),
    return_place: facts.return,
    total: formatMoney(facts.totalRappen, facts.currency),
    phone: isReturn ? facts.returnPhone : facts.pickupPhone,
    amount: formatMoney(facts.refundedRappen, facts.currency),
    link: linkOf(event, facts),
    ...(arrivesAt && { arrival_time: formatTime(arrivesAt, facts.timeZone) }),
    ...(keyBox && { place: keyBox.place, code: keyBox.code }),
  }
}

/** A mail about a reservation, in the words given. */
export function reservationLetter(
  event: ReservationEvent,
  facts: ReservationFacts,
  texts: MailTexts,
  more: More = {},
): Letter {
  return letterFrom(texts, valuesOf(event, facts, more), {
    sender: facts.sender,
    rows: more.rows ?? rowsOf(event, facts, more),
    notes: [
      ...cancellationNotes(event, facts, more),
      ...keyNotes(more),
      ...offerNotes(facts, more),
      ...addendumNotes(event, facts, more),
    ],
    // A reservation that is cancelled has nothing more to show.
    url: event === 'reservation_cancelled' ? null : linkOf(event, facts),
    conversation: { label: textsIn(facts.language).conversation, url: conversationUrl(facts) },
  })
}

function rowsOf(event: ReservationEvent, facts: ReservationFacts, { keyBox }: More): Fact[] {
  const { rows, keyBox: words } = textsIn(facts.language)
  const period = periodRows(facts)
  switch (event) {
    case 'vehicle_returned':
    case 'review_request':
      return []
    case 'reservation_confirmed':
      return [...period, ...extraRows(facts), ...moneyRows(facts)]
    case 'reservation_cancelled':
      return [...period, ...endRows(facts)]
    case 'reservation_refunded':
      return [
        ...period,
        { label: rows.refunded, value: formatMoney(facts.refundedRappen, facts.currency), strong: true },
      ]
    default:
      return keyBox ? [...period, { label: words.code, value: keyBox.code, strong: true }] : period
  }
}

/** What calling it off costs, where that still can be done. */
function cancellationNotes(event: ReservationEvent, facts: ReservationFacts, { now }: More): Block[] {
  if (event !== 'reservation_confirmed' || !now || facts.startsAt <= now) return []
  const rules = cancellationRules(facts.cancellationPolicy, facts.startsAt, now)
  const told = (instant: Date) => timeFor(facts, instant)
  return [paragraph(cancellationText(textsIn(facts.language).cancellation, rules, told))]
}

function keyNotes({ keyBox }: More): Block[] {
  return keyBox?.instructions ? [paragraph(...keyBox.instructions.split('\n').map(oneLine))] : []
}

function offerNotes({ language, currency }: ReservationFacts, { offers = [] }: More): Block[] {
  if (offers.length === 0) return []
  const { upsells, upgrade } = textsIn(language)
  const rows = offers.map(({ kind, names, amountRappen }) => ({
    label: oneLine(kind === 'category' ? upgrade(labelOf(names, language)) : labelOf(names, language)),
    value: formatMoney(amountRappen, currency),
  }))
  return [paragraph(upsells), { kind: 'facts', rows }]
}

function addendumNotes(event: ReservationEvent, facts: ReservationFacts, { awaitsSignature }: More): Block[] {
  if (!awaitsSignature) return []
  const { text, button } = textsIn(facts.language).addendum
  return [paragraph(text), { kind: 'button', label: button, url: `${linkOf(event, facts)}#addendum` }]
}
