import { z } from 'zod'
import { LANGUAGES } from '@/lib/messages/languages'
import { senderOf } from '@/lib/messages/sender'

/** To whom a statement of account goes, read from the service's answer. */
export const StatementMailFacts = z
  .object({
    customer: z.string(),
    customer_id: z.uuid(),
    email: z.string().nullable(),
    locale: z.enum(LANGUAGES),
    currency: z.string(),
    closing_rappen: z.number(),
    accent_color: z.string(),
    creditor: z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }),
  })
  .transform(({ creditor, ...facts }) => ({
    language: facts.locale,
    currency: facts.currency,
    closingRappen: facts.closing_rappen,
    customer: { id: facts.customer_id, name: facts.customer, email: facts.email },
    companyEmail: creditor.email,
    sender: senderOf(creditor, facts.accent_color),
  }))
export type StatementMailFacts = z.output<typeof StatementMailFacts>
