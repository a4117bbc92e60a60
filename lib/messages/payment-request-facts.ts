import { z } from 'zod'
import { LANGUAGES } from '@/lib/messages/languages'
import { senderOf } from '@/lib/messages/sender'

/** An invoice of which something is open, read from the service's answer. */
export const PaymentRequestFacts = z
  .object({
    number: z.string(),
    currency: z.string(),
    locale: z.enum(LANGUAGES),
    due_on: z.string(),
    open_rappen: z.number(),
    slug: z.string(),
    token: z.string().nullable(),
    accent_color: z.string(),
    creditor: z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }),
    customer: z.object({ id: z.string(), name: z.string(), email: z.string().nullable() }),
  })
  .transform(({ creditor, ...facts }) => ({
    number: facts.number,
    currency: facts.currency,
    language: facts.locale,
    dueOn: facts.due_on,
    openRappen: facts.open_rappen,
    slug: facts.slug,
    token: facts.token,
    customer: facts.customer,
    companyEmail: creditor.email,
    sender: senderOf(creditor, facts.accent_color),
  }))
export type PaymentRequestFacts = z.output<typeof PaymentRequestFacts>
