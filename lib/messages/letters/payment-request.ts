import { formatDate } from '@/lib/core/dates'
import { siteUrlIn } from '@/lib/core/hosts'
import { formatMoney } from '@/lib/core/money'
import type { Letter } from '@/lib/messages/letter'
import { letterFrom } from '@/lib/messages/letters/from-template'
import type { PaymentRequestFacts } from '@/lib/messages/payment-request-facts'
import type { MailTexts } from '@/lib/messages/templates/schema'
import { textsIn } from '@/lib/messages/texts/by-language'

/** Why somebody is asked to pay: their card was refused, or the invoice is late, three times over. */
export const REQUEST_REASONS = ['card_refused', 'reminder_1', 'reminder_2', 'reminder_3'] as const

/** Asks for what is open of an invoice, with its private link. */
export function paymentRequestLetter(facts: PaymentRequestFacts, texts: MailTexts): Letter {
  const own = textsIn(facts.language).paymentRequest
  const amount = formatMoney(facts.openRappen, facts.currency)
  const due = formatDate(new Date(`${facts.dueOn}T12:00:00Z`), { timeZone: 'UTC', locale: facts.language })
  const url = facts.token && siteUrlIn(facts.language, facts.slug, `/pay/${facts.token}`)
  const values = {
    customer: facts.customer.name,
    company: facts.sender.name,
    number: facts.number,
    amount,
    due_date: due,
    link: url ?? '',
  }
  return letterFrom(texts, values, {
    sender: facts.sender,
    rows: [
      { label: own.invoice, value: facts.number },
      { label: own.due, value: due },
      { label: own.open, value: amount, strong: true },
    ],
    url,
  })
}
