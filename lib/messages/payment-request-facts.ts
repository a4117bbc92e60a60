import { z } from 'zod'
import { formatPhone } from '@/lib/core/documents/format'
import { LANGUAGES } from '@/lib/messages/languages'

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
    sender: {
      name: creditor.name,
      accentColor: facts.accent_color,
      contact: [formatPhone(creditor.phone), creditor.email].filter((line): line is string => Boolean(line)),
    },
  }))
export type PaymentRequestFacts = z.output<typeof PaymentRequestFacts>
