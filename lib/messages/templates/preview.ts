import { z } from 'zod'
import { formatDate } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'
import type { Language } from '@/lib/messages/languages'
import type { Letter } from '@/lib/messages/letter'
import { letterHtml } from '@/lib/messages/letter-html'
import {
  letterFrom,
  type OutgoingTemplate,
  shortMessage,
  whatsappMessage,
} from '@/lib/messages/letters/from-template'
import { remainderOf } from '@/lib/messages/letters/payment-received'
import { type ReservationEvent, reservationLetter, valuesOf } from '@/lib/messages/letters/reservation'
import { timeFor } from '@/lib/messages/letters/reservation-rows'
import { ReservationFacts } from '@/lib/messages/reservation-facts'
import { smsLength } from '@/lib/messages/sms-length'
import { factsOfEvent, type TemplateEvent } from '@/lib/messages/templates/events'
import type { Values } from '@/lib/messages/templates/fill'
import { MailTexts, SmsTexts, type TemplateDraft, WhatsappTexts } from '@/lib/messages/templates/schema'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const Company = z.looseObject({ name: z.string(), street: z.string().nullable(), currency: z.string() })
/** What a preview is filled with: the company, and the reservation that was chosen. */
export const TemplateFacts = z.object({
  company: Company,
  reservation: z.record(z.string(), z.unknown()).nullable(),
})
export type TemplateFacts = z.infer<typeof TemplateFacts>

/** A template as its reader will see it. */
export type Preview =
  | { channel: 'email'; subject: string; html: string }
  | { channel: 'sms'; text: string; characters: number; segments: number; isPlain: boolean }
  | { channel: 'whatsapp'; text: string }

/** Fills a template with a reservation, or with an example where none is chosen or the event is not about one. */
export function previewOf(draft: TemplateDraft, facts: TemplateFacts, now: Date): Preview {
  if (draft.channel === 'sms') {
    const text = previewText(draft, facts, now)
    // Counted as it will leave: a private link is long.
    return {
      channel: 'sms',
      text: readable(text),
      ...smsLength(text.replaceAll(encodeURI(NO_TOKEN), 'a'.repeat(64))),
    }
  }
  if (draft.channel === 'whatsapp')
    return { channel: 'whatsapp', text: readable(previewWhatsapp(draft, facts, now).text) }
  const letter = previewLetter(draft, facts, now)
  return { channel: 'email', subject: letter.subject, html: letterHtml(letter, draft.language) }
}

/** The mail of a preview. */
export function previewLetter(draft: TemplateDraft, facts: TemplateFacts, now: Date): Letter {
  const texts = MailTexts.parse(draft.texts)
  const booking = bookingOf(draft.language, facts, now)
  if (isAboutReservation(draft.event)) {
    return reservationLetter(
      draft.event,
      booking,
      texts,
      draft.event === 'key_box' ? { keyBox: KEY_BOX } : { now, arrivesAt: soon(now) },
    )
  }
  const values = exampleValues(draft, facts, now)
  return letterFrom(texts, values, { sender: booking.sender, url: values.link ?? null })
}

/** The short message of a preview. */
export function previewText(draft: TemplateDraft, facts: TemplateFacts, now: Date): string {
  return shortMessage(SmsTexts.parse(draft.texts), exampleValues(draft, facts, now))
}

/** The WhatsApp message of a preview. */
export function previewWhatsapp(draft: TemplateDraft, facts: TemplateFacts, now: Date): OutgoingTemplate {
  return whatsappMessage(WhatsappTexts.parse(draft.texts), exampleValues(draft, facts, now))
}

function isAboutReservation(event: TemplateEvent): event is ReservationEvent {
  return ['booking', 'rental'].includes(factsOfEvent(event).group)
}

const NO_TOKEN = '…'
/** The place of the secret as a sign, not as an address spells it. */
const readable = (text: string) => text.replaceAll(encodeURI(NO_TOKEN), NO_TOKEN)
const soon = (now: Date) => new Date(now.getTime() + HOUR_MS / 3)
const KEY_BOX = { place: 'A 12', code: '4711', instructions: null }

function exampleValues({ event, language }: TemplateDraft, facts: TemplateFacts, now: Date): Values {
  const booking = bookingOf(language, facts, now)
  if (isAboutReservation(event)) return valuesOf(event, booking, { keyBox: KEY_BOX, arrivesAt: soon(now) })
  return {
    ...valuesOf('reservation_confirmed', booking),
    amount: formatMoney(booking.totalRappen, booking.currency),
    due_date: formatDate(new Date(now.getTime() + 10 * DAY_MS), {
      timeZone: booking.timeZone,
      locale: language,
    }),
    remainder: remainderOf({ openRappen: booking.totalRappen, currency: booking.currency, language }),
    until: timeFor(booking, new Date(now.getTime() + DAY_MS)),
    ...(event.startsWith('payment_') || event === 'document_invoice' ? { number: 'F-2026-00042' } : {}),
  }
}

/** The reservation chosen, else one that could be, as its customer would read it in this language. No private link: nobody else is to open it. */
function bookingOf(language: Language, { company, reservation }: TemplateFacts, now: Date): ReservationFacts {
  const facts = reservation ?? { ...exampleBooking(company, now), company }
  return ReservationFacts.parse({ ...facts, locale: language, token: NO_TOKEN })
}

function exampleBooking({ name, street, currency }: z.infer<typeof Company>, now: Date) {
  const noon = Math.floor(now.getTime() / DAY_MS) * DAY_MS + 9 * HOUR_MS
  const place = { name, street, house_number: null, postal_code: null, town: null }
  return {
    id: crypto.randomUUID(),
    number: 'R-2026-00042',
    status: 'confirmed',
    starts_at: new Date(noon + 7 * DAY_MS),
    ends_at: new Date(noon + 10 * DAY_MS),
    total_rappen: 31_500,
    currency,
    price: { vat: [] },
    customer: { id: 'example', name: 'Anna Müller', email: null, phone: null },
    vehicle_fixed: true,
    vehicle: { make: 'Škoda', model: 'Octavia Combi', category_names: {} },
    pickup_location: place,
    return_location: place,
    payment: null,
  }
}
