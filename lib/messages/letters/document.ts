import type { DocumentMailFacts } from '@/lib/messages/document-facts'
import { type Letter, paragraph } from '@/lib/messages/letter'
import { letterFrom } from '@/lib/messages/letters/from-template'
import type { MailTexts } from '@/lib/messages/templates/schema'
import { textsIn } from '@/lib/messages/texts/by-language'

/** The mail that carries a sealed document, with the checksum that proves it unchanged. */
export function documentLetter(facts: DocumentMailFacts, texts: MailTexts): Letter {
  const values = { customer: facts.customer.name, company: facts.sender.name, number: facts.number }
  return letterFrom(texts, values, {
    sender: facts.sender,
    url: facts.payUrl,
    seal: paragraph(textsIn(facts.language).document.sealed, facts.sha256),
  })
}

/** `R-2026-00042.pdf`; a file's name holds nothing but letters, digits, dots and dashes. */
export function attachmentName({ number }: Pick<DocumentMailFacts, 'number'>): string {
  return `${number.replace(/[^A-Za-z0-9.-]+/g, '-')}.pdf`
}
