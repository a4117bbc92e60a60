import { formatDate } from '@/lib/core/dates'
import { siteUrlIn } from '@/lib/core/hosts'
import { formatMoney } from '@/lib/core/money'
import type { DocumentMailFacts } from '@/lib/messages/document-facts'
import { type Fact, type Letter, paragraph } from '@/lib/messages/letter'
import { letterFrom } from '@/lib/messages/letters/from-template'
import type { MailTexts } from '@/lib/messages/templates/schema'
import { textsIn } from '@/lib/messages/texts/by-language'

/** The mail that carries a sealed document, with the checksum that proves it unchanged; that of an invoice says how much is to be paid, and by when. */
export function documentLetter(facts: DocumentMailFacts, texts: MailTexts): Letter {
  const values = { customer: facts.customer.name, company: facts.sender.name, number: facts.number }
  return letterFrom(texts, values, {
    sender: facts.sender,
    rows: billRows(facts),
    url: facts.payPage && siteUrlIn(facts.language, facts.payPage.slug, facts.payPage.path),
    seal: paragraph(textsIn(facts.language).document.sealed, facts.sha256),
  })
}

/** `R-2026-00042.pdf`; a file's name holds nothing but letters, digits, dots and dashes. */
export function attachmentName({ number }: Pick<DocumentMailFacts, 'number'>): string {
  return `${number.replace(/[^A-Za-z0-9.-]+/g, '-')}.pdf`
}

function billRows({ bill, language }: DocumentMailFacts): Fact[] {
  if (!bill) return []
  const { document, paymentRequest: own } = textsIn(language)
  const total = { label: document.total, value: formatMoney(bill.totalRappen, bill.currency) }
  const open = { label: own.open, value: formatMoney(bill.openRappen, bill.currency), strong: true }
  if (bill.openRappen <= 0) return [total, open]
  // A calendar day belongs to no zone: read and written in the same one, it stays itself.
  const due = formatDate(new Date(`${bill.dueOn}T12:00:00Z`), { timeZone: 'UTC', locale: language })
  return [
    total,
    ...(bill.openRappen === bill.totalRappen ? [] : [open]),
    { label: own.due, value: due, strong: true },
  ]
}
