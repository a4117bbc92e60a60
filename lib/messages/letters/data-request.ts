import { z } from 'zod'
import { formatDate } from '@/lib/core/dates'
import { LANGUAGES } from '@/lib/messages/languages'
import { type Letter, paragraph } from '@/lib/messages/letter'
import { textsIn } from '@/lib/messages/texts/by-language'

/** What the company is told of a data request, read from the service's answer. */
export const DataRequestFacts = z
  .object({
    kind: z.enum(['copy', 'erasure']),
    due_on: z.iso.date(),
    settled: z.boolean(),
    customer_id: z.uuid(),
    customer: z.string(),
    company: z.string(),
    accent_color: z.string(),
    email: z.string().nullable(),
    locale: z.enum(LANGUAGES),
  })
  .transform((row) => ({
    kind: row.kind,
    dueOn: row.due_on,
    isSettled: row.settled,
    customerId: row.customer_id,
    customer: row.customer,
    company: row.company,
    accentColor: row.accent_color,
    email: row.email,
    language: row.locale,
  }))
export type DataRequestFacts = z.infer<typeof DataRequestFacts>

/** Tells the company that a customer asks for their data. `url` is the customer's page. */
export function dataRequestLetter(facts: DataRequestFacts, url: string): Letter {
  const own = textsIn(facts.language).dataRequest
  // A calendar day belongs to no zone: read and written in the same one, it stays itself.
  const due = formatDate(new Date(`${facts.dueOn}T12:00:00Z`), { timeZone: 'UTC', locale: facts.language })
  const told = { customer: facts.customer, kind: facts.kind, due }
  return {
    subject: own.subject(told),
    preview: own.intro(told),
    heading: own.heading,
    blocks: [
      paragraph(own.intro(told)),
      { kind: 'facts', rows: [{ label: own.due, value: due, strong: true }] },
      { kind: 'button', label: own.button, url },
    ],
    sender: { name: facts.company, accentColor: facts.accentColor, contact: [] },
  }
}
