import { z } from 'zod'
import { LANGUAGES, type Language } from '@/lib/messages/languages'
import { type Letter, paragraph } from '@/lib/messages/letter'
import { conversationUrl } from '@/lib/messages/letters/reservation'
import type { ReservationFacts } from '@/lib/messages/reservation-facts'
import { senderOf } from '@/lib/messages/sender'
import { textsIn } from '@/lib/messages/texts/by-language'

/** A message a person wrote, and what is needed to send it or to tell of it, read from the service's answer. */
export const WrittenMessage = z
  .object({
    id: z.string(),
    body: z.string(),
    read: z.boolean(),
    status: z.string(),
    channel: z.enum(['portal', 'email', 'sms', 'whatsapp']),
    recipient: z.string(),
    files: z.number(),
    reservation_id: z.uuid().nullable(),
    number: z.string().nullable(),
    customer_id: z.string(),
    customer: z.string(),
    customer_locale: z.enum(LANGUAGES).nullable(),
    answers: z.object({ subject: z.string().nullable(), reference: z.string().nullable() }).nullable(),
    sender: z.string().nullable(),
    company: z.string(),
    accent_color: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    locale: z.enum(LANGUAGES),
  })
  .transform((row) => ({
    id: row.id,
    body: row.body,
    isRead: row.read,
    isQueued: row.status === 'queued',
    channel: row.channel,
    recipient: row.recipient,
    fileCount: row.files,
    reservationId: row.reservation_id,
    number: row.number,
    customerId: row.customer_id,
    customer: row.customer,
    customerLanguage: row.customer_locale ?? row.locale,
    /** The customer's last mail, which this one answers. */
    answers: row.answers,
    /** From where it came, when that is none of the customer's addresses. */
    strangeSender: row.sender,
    companyEmail: row.email,
    language: row.locale,
    sender: senderOf({ name: row.company, phone: row.phone, email: row.email }, row.accent_color),
  }))
export type WrittenMessage = z.infer<typeof WrittenMessage>

/** Each line a paragraph of its own: a letter's paragraph is one line. */
const lines = (body: string) => paragraph(...body.split(/\r?\n/).filter((line) => line.trim() !== ''))

/** What was written, and how many files stand with it in the conversation. */
function contentOf({ body, fileCount }: Pick<WrittenMessage, 'body' | 'fileCount'>, language: Language) {
  const attached = fileCount > 0 ? [textsIn(language).attached(fileCount)] : []
  return {
    preview: body || attached.join(''),
    blocks: [...(body === '' ? [] : [lines(body)]), ...attached.map((line) => paragraph(line))],
  }
}

/** Tells the company what a customer wrote. `url` is the conversation, where it is answered. */
export function customerMessageLetter(message: WrittenMessage, url: string): Letter {
  const own = textsIn(message.language).customerMessage
  const content = contentOf(message, message.language)
  const { strangeSender } = message
  return {
    subject: own.subject(message),
    preview: content.preview,
    heading: own.heading(message),
    blocks: [
      ...(strangeSender ? [paragraph(own.strange({ sender: strangeSender }))] : []),
      ...content.blocks,
      { kind: 'button', label: own.button, url },
      paragraph(own.where),
    ],
    sender: { ...message.sender, contact: [] },
  }
}

/** The company's message as a mail of its own; it answers the customer's last one, where there is one. */
export function writtenLetter(message: WrittenMessage): Letter {
  const texts = textsIn(message.customerLanguage)
  const heading = texts.portalMessage.heading({ company: message.sender.name })
  return {
    subject: message.answers?.subject
      ? `Re: ${message.answers.subject.replace(/^(?:(?:re|aw|antw|rif)\s*:\s*)+/i, '')}`
      : heading,
    preview: message.body,
    heading,
    blocks: [paragraph(texts.greeting(message.customer)), lines(message.body)],
    sender: message.sender,
  }
}

/** Brings the company's answer to the customer. */
export function portalMessageLetter(
  facts: ReservationFacts,
  message: Pick<WrittenMessage, 'body' | 'fileCount'>,
): Letter {
  const texts = textsIn(facts.language)
  const own = texts.portalMessage
  const content = contentOf(message, facts.language)
  return {
    subject: own.subject({ company: facts.sender.name, number: facts.number }),
    preview: content.preview,
    heading: own.heading({ company: facts.sender.name }),
    blocks: [
      paragraph(texts.greeting(facts.customer.name)),
      ...content.blocks,
      { kind: 'button', label: own.button, url: conversationUrl(facts) },
    ],
    sender: facts.sender,
  }
}
