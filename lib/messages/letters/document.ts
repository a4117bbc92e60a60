import type { DocumentMailFacts } from '@/lib/messages/document-facts'
import { type Letter, paragraph } from '@/lib/messages/letter'
import { textsIn } from '@/lib/messages/texts/by-language'

/** The mail that carries a sealed document, with the checksum that proves it unchanged. */
export function documentLetter(facts: DocumentMailFacts): Letter {
  const texts = textsIn(facts.language)
  const own = texts.document[facts.kind]
  return {
    subject: own.subject(facts),
    preview: own.intro(facts),
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), own.intro(facts)),
      ...(facts.payUrl
        ? [{ kind: 'button' as const, label: texts.paymentRequest.button, url: facts.payUrl }]
        : []),
      paragraph(texts.document.sealed, facts.sha256),
    ],
    sender: facts.sender,
  }
}

/** `R-2026-00042.pdf`; a file's name holds nothing but letters, digits, dots and dashes. */
export function attachmentName({ number }: Pick<DocumentMailFacts, 'number'>): string {
  return `${number.replace(/[^A-Za-z0-9.-]+/g, '-')}.pdf`
}
