import { siteUrlIn } from '@/lib/core/hosts'
import { formatMoney } from '@/lib/core/money'
import type { Letter } from '@/lib/messages/letter'
import { letterFrom } from '@/lib/messages/letters/from-template'
import type { PaymentReceivedFacts } from '@/lib/messages/payment-received-facts'
import type { MailTexts } from '@/lib/messages/templates/schema'
import { textsIn } from '@/lib/messages/texts/by-language'

/** So many numbers stand in one mail; a transfer may pay the invoices of a year. */
const MOST_NUMBERS = 5

/** Says that a payment has arrived, and what remains. */
export function paymentReceivedLetter(facts: PaymentReceivedFacts, texts: MailTexts): Letter {
  const { paymentReceived: own, paymentRequest, rows } = textsIn(facts.language)
  const number = numbersOf(facts)
  const amount = formatMoney(facts.amountRappen, facts.currency)
  const remainder = remainderOf(facts)
  const url = facts.token && siteUrlIn(facts.language, facts.slug, `/${facts.page}/${facts.token}`)
  const values = {
    customer: facts.customer.name,
    company: facts.sender.name,
    number,
    amount,
    remainder,
    link: url ?? '',
  }
  return letterFrom(texts, values, {
    sender: facts.sender,
    rows: [
      { label: facts.page === 'pay' ? paymentRequest.invoice : rows.number, value: number },
      { label: own.received, value: amount, strong: true },
      { label: paymentRequest.open, value: remainder },
    ],
    url,
  })
}

/** What is still to be paid, in words: a sentence about it is one where nothing is. */
export function remainderOf({
  openRappen,
  currency,
  language,
}: Pick<PaymentReceivedFacts, 'openRappen' | 'currency' | 'language'>): string {
  return openRappen > 0 ? formatMoney(openRappen, currency) : textsIn(language).paymentReceived.nothing
}

function numbersOf({ numbers }: PaymentReceivedFacts): string {
  const shown = numbers.slice(0, MOST_NUMBERS).join(', ')
  return numbers.length > MOST_NUMBERS ? `${shown}, …` : shown
}
