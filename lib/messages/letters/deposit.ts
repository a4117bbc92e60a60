import { z } from 'zod'
import { formatDateTime } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'
import { LANGUAGES, type Language } from '@/lib/messages/languages'
import { type Letter, paragraph } from '@/lib/messages/letter'
import { senderOf } from '@/lib/messages/sender'
import { textsIn } from '@/lib/messages/texts/by-language'

/** A deposit that waits for its customer, read from the service's answer. */
export const DepositFacts = z
  .object({
    amount_rappen: z.number(),
    currency: z.string(),
    status: z.enum(['held', 'lapsed', 'failed']),
    failure: z.string().nullable(),
    expires_at: z.coerce.date().nullable(),
    contract_id: z.uuid(),
    contract_number: z.string(),
    vehicle: z.string(),
    slug: z.string(),
    company: z.string(),
    company_email: z.string().nullable(),
    company_phone: z.string().nullable(),
    company_locale: z.enum(LANGUAGES),
    accent_color: z.string(),
    time_zone: z.string(),
    locale: z.enum(LANGUAGES),
    token: z.string().nullable(),
    customer: z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable() }),
  })
  .transform((row) => ({
    amountRappen: row.amount_rappen,
    currency: row.currency,
    status: row.status,
    wantsHolder: row.failure === 'authentication_required',
    expiresAt: row.status === 'held' ? row.expires_at : null,
    contractId: row.contract_id,
    contractNumber: row.contract_number,
    vehicle: row.vehicle,
    slug: row.slug,
    companyEmail: row.company_email,
    companyLanguage: row.company_locale,
    language: row.locale,
    timeZone: row.time_zone,
    token: row.token,
    customer: row.customer,
    sender: senderOf(
      { name: row.company, phone: row.company_phone, email: row.company_email },
      row.accent_color,
    ),
  }))
export type DepositFacts = z.output<typeof DepositFacts>

/** Asks the customer to confirm the hold of the deposit themselves; `url` is the private page of the booking. */
export function depositRequestLetter(facts: DepositFacts, url: string): Letter {
  const texts = textsIn(facts.language)
  const own = texts.depositRequest
  const told = { number: facts.contractNumber, amount: formatMoney(facts.amountRappen, facts.currency) }
  const intro = facts.wantsHolder ? own.introHolder(told) : own.intro(told)
  return {
    subject: own.subject(told),
    preview: intro,
    heading: own.heading,
    blocks: [
      paragraph(texts.greeting(facts.customer.name), intro),
      { kind: 'facts', rows: rowsOf(facts, facts.language) },
      { kind: 'button', label: own.button, url },
      paragraph(own.noCharge),
    ],
    sender: facts.sender,
  }
}

/** Tells the desk that a hold was refused or has lapsed; `url` is the contract. */
export function depositAlertLetter(facts: DepositFacts, event: 'refused' | 'lapsed', url: string): Letter {
  const language = facts.companyLanguage
  const own = textsIn(language).depositAlert
  const told = {
    number: facts.contractNumber,
    customer: facts.customer.name,
    amount: formatMoney(facts.amountRappen, facts.currency),
  }
  const intro = own[event](told)
  return {
    subject: own.subject(told),
    preview: intro,
    heading: own.heading,
    blocks: [
      paragraph(intro, facts.customer.email ? own.asked : own.notAsked),
      { kind: 'facts', rows: rowsOf(facts, language) },
      { kind: 'button', label: own.button, url },
    ],
    sender: { ...facts.sender, contact: [] },
  }
}

function rowsOf(facts: DepositFacts, language: Language) {
  const { labels } = textsIn(language).depositRequest
  return [
    { label: labels.contract, value: facts.contractNumber },
    { label: labels.vehicle, value: facts.vehicle },
    ...(facts.expiresAt
      ? [
          {
            label: labels.until,
            value: formatDateTime(facts.expiresAt, { timeZone: facts.timeZone, locale: language }),
          },
        ]
      : []),
    { label: labels.amount, value: formatMoney(facts.amountRappen, facts.currency), strong: true },
  ]
}
