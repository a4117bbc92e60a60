import { formatDate } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'
import { type Letter, paragraph } from '@/lib/messages/letter'
import type { PaymentRequestFacts } from '@/lib/messages/payment-request-facts'
import { textsIn } from '@/lib/messages/texts/by-language'

/** Why somebody is asked to pay: their card was refused, or the invoice is late, three times over. */
export const REQUEST_REASONS = ['card_refused', 'reminder_1', 'reminder_2', 'reminder_3'] as const
export type RequestReason = (typeof REQUEST_REASONS)[number]

/** Asks for what is open of an invoice; `url` is its private link. */
export function paymentRequestLetter(
  facts: PaymentRequestFacts,
  reason: RequestReason,
  url: string | null,
): Letter {
  const texts = textsIn(facts.language)
  const own = texts.paymentRequest[reason]
  const amount = formatMoney(facts.openRappen, facts.currency)
  const due = formatDate(new Date(`${facts.dueOn}T12:00:00Z`), { timeZone: 'UTC', locale: facts.language })
  const intro = own.intro({ number: facts.number, amount })
  return {
    subject: own.subject({ number: facts.number, amount }),
    preview: intro,
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), intro),
      {
        kind: 'facts',
        rows: [
          { label: texts.paymentRequest.invoice, value: facts.number },
          { label: texts.paymentRequest.due, value: due },
          { label: texts.paymentRequest.open, value: amount, strong: true },
        ],
      },
      ...(url ? [{ kind: 'button' as const, label: texts.paymentRequest.button, url }] : []),
      paragraph(texts.paymentRequest.crossed),
    ],
    sender: facts.sender,
  }
}
