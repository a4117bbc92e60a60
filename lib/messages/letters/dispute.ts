import { z } from 'zod'
import { formatDateTime } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'
import { LANGUAGES } from '@/lib/messages/languages'
import { type Letter, paragraph } from '@/lib/messages/letter'
import { textsIn } from '@/lib/messages/texts/by-language'

/** What the company is told of a dispute, read from the service's answer. */
export const DisputeFacts = z
  .object({
    status: z.string(),
    amount_rappen: z.number(),
    currency: z.string(),
    evidence_due_at: z.coerce.date().nullable(),
    customer: z.string(),
    number: z.string().nullable(),
    invoice_id: z.uuid().nullable(),
    contract_id: z.uuid().nullable(),
    reservation_id: z.uuid().nullable(),
    company: z.string(),
    email: z.string().nullable(),
    locale: z.enum(LANGUAGES),
    accent_color: z.string(),
    time_zone: z.string(),
  })
  .transform((row) => ({
    status: row.status,
    amountRappen: row.amount_rappen,
    currency: row.currency,
    evidenceDueAt: row.evidence_due_at,
    customer: row.customer,
    number: row.number ?? '',
    invoiceId: row.invoice_id,
    contractId: row.contract_id,
    reservationId: row.reservation_id,
    company: row.company,
    email: row.email,
    language: row.locale,
    accentColor: row.accent_color,
    timeZone: row.time_zone,
  }))
export type DisputeFacts = z.output<typeof DisputeFacts>

/** Tells the desk that a payment is contested, or how the bank has decided; `url` is where its evidence lies. */
export function disputeLetter(facts: DisputeFacts, event: 'opened' | 'closed', url: string): Letter {
  const own = textsIn(facts.language).dispute
  const amount = formatMoney(facts.amountRappen, facts.currency)
  const told = { customer: facts.customer, number: facts.number, amount }
  const outcome = facts.status === 'won' ? own.won : own.lost
  const intro = event === 'opened' ? own.opened(told) : outcome(told)
  const due =
    event === 'opened' &&
    facts.evidenceDueAt &&
    formatDateTime(facts.evidenceDueAt, { timeZone: facts.timeZone, locale: facts.language })
  return {
    subject: own.subject(told),
    preview: intro,
    heading: own.heading,
    blocks: [
      paragraph(intro),
      ...(due ? [{ kind: 'facts' as const, rows: [{ label: own.due, value: due, strong: true }] }] : []),
      { kind: 'button', label: own.button, url },
    ],
    sender: { name: facts.company, accentColor: facts.accentColor, contact: [] },
  }
}
