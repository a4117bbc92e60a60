import { oneLine } from '@/lib/core/line'
import { type Block, type Fact, type Letter, paragraph, type Sender } from '@/lib/messages/letter'
import { plainSigns } from '@/lib/messages/sms-length'
import { filled, placesIn, type Values } from '@/lib/messages/templates/fill'
import type { MailTexts, SmsTexts, WhatsappTexts } from '@/lib/messages/templates/schema'

/** A message of WhatsApp that nobody asked for in the last day: only what was approved may be said. */
export type OutgoingTemplate = { text: string; contentSid: string; places: string[] }

/** What stands in a mail whatever its words are. */
type Frame = {
  sender: Sender
  rows?: Fact[]
  /** Beneath the rows, before the closing words. */
  notes?: Block[]
  /** Where the button leads; without an address there is none. */
  url?: string | null
  /** At the very end. */
  seal?: Block
  conversation?: Letter['conversation']
}

/** A mail in the words of a template: what is told, the facts, the closing words, the button. */
export function letterFrom(texts: MailTexts, values: Values, frame: Frame): Letter {
  const { sender, rows = [], notes = [], url, seal, conversation } = frame
  const body = paragraphsOf(texts.body, values)
  return {
    subject: filled(texts.subject, values),
    // The greeting says nothing that is worth a line in a list of mails.
    preview:
      body
        .flatMap(({ lines }) => lines)
        .slice(1, 3)
        .join(' ') || filled(texts.body, values),
    heading: filled(texts.heading, values),
    blocks: [
      ...body,
      ...(rows.length > 0 ? [{ kind: 'facts' as const, rows }] : []),
      ...notes,
      ...paragraphsOf(texts.closing, values),
      ...(url ? [{ kind: 'button' as const, label: filled(texts.button, values), url }] : []),
      ...(seal ? [seal] : []),
    ],
    ...(conversation && { conversation }),
    sender,
  }
}

/** Twilio takes no longer text. */
const LONGEST_SMS = 1_600

/** A short message in the words of a template: one line, in signs that cost little. */
export function shortMessage({ body }: SmsTexts, values: Values): string {
  return plainSigns(oneLine(filled(body, values)))
    .slice(0, LONGEST_SMS)
    .replace(/[\uD800-\uDBFF]$/, '')
}

/** A WhatsApp message as its template was approved: its words filled in, and what fills the places Twilio numbers in the order in which they stand. */
export function whatsappMessage({ contentSid, body }: WhatsappTexts, values: Values): OutgoingTemplate {
  // WhatsApp refuses a place that is left empty.
  const told = Object.fromEntries(placesIn(body).map((name) => [name, filled(`{{${name}}}`, values) || '–']))
  return { text: filled(body, told), contentSid, places: Object.values(told) }
}

/** An empty line begins a paragraph; a line without anything to say is none. */
function paragraphsOf(text: string, values: Values) {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').map((line) => filled(line, values).trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => paragraph(...lines) as Extract<Block, { kind: 'paragraph' }>)
}
