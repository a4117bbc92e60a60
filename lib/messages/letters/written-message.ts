import { z } from 'zod'
import { LANGUAGES } from '@/lib/messages/languages'
import { type Letter, paragraph } from '@/lib/messages/letter'
import type { ReservationFacts } from '@/lib/messages/reservation-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

/** What the mails about a message tell, read from the service's answer. */
export const WrittenMessage = z
  .object({
    body: z.string(),
    read: z.boolean(),
    reservation_id: z.uuid(),
    number: z.string(),
    customer: z.string(),
    company: z.string(),
    accent_color: z.string(),
    email: z.string().nullable(),
    locale: z.enum(LANGUAGES),
  })
  .transform((row) => ({
    body: row.body,
    isRead: row.read,
    reservationId: row.reservation_id,
    number: row.number,
    customer: row.customer,
    company: row.company,
    accentColor: row.accent_color,
    email: row.email,
    language: row.locale,
  }))
export type WrittenMessage = z.infer<typeof WrittenMessage>

/** Each line a paragraph of its own: a letter's paragraph is one line. */
const lines = (body: string) => paragraph(...body.split(/\r?\n/).filter((line) => line.trim() !== ''))

/** Tells the company what a customer wrote. `url` is the reservation, where it is answered. */
export function customerMessageLetter(message: WrittenMessage, url: string): Letter {
  const own = textsIn(message.language).customerMessage
  return {
    subject: own.subject(message),
    preview: message.body,
    heading: own.heading(message),
    blocks: [lines(message.body), { kind: 'button', label: own.button, url }, paragraph(own.where)],
    sender: { name: message.company, accentColor: message.accentColor, contact: [] },
  }
}

/** Brings the company's answer to the customer. `url` is the conversation in the portal. */
export function portalMessageLetter(facts: ReservationFacts, body: string, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.portalMessage
  return {
    subject: own.subject({ company: facts.sender.name, number: facts.number }),
    preview: body,
    heading: own.heading({ company: facts.sender.name }),
    blocks: [
      paragraph(texts.greeting(facts.customer.name)),
      lines(body),
      { kind: 'button', label: own.button, url },
    ],
    sender: facts.sender,
  }
}
