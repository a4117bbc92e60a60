import { z } from 'zod'
import { LANGUAGES } from '@/lib/messages/languages'
import { senderOf } from '@/lib/messages/sender'

/** A payment that arrived, and what it leaves open, read from the service's answer. */
export const PaymentReceivedFacts = z
  .object({
    numbers: z.array(z.string()).min(1),
    amount_rappen: z.number(),
    open_rappen: z.number(),
    currency: z.string(),
    locale: z.enum(LANGUAGES),
    page: z.enum(['pay', 'portal']),
    token: z.string().nullable(),
    reservation_id: z.string().nullable(),
    company: z.object({
      slug: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      accent_color: z.string(),
    }),
    customer: z.object({ id: z.string(), name: z.string(), email: z.string().nullable() }),
  })
  .transform(({ company, ...facts }) => ({
    numbers: facts.numbers,
    amountRappen: facts.amount_rappen,
    openRappen: facts.open_rappen,
    currency: facts.currency,
    language: facts.locale,
    /** Of the invoice, or of the booking. */
    page: facts.page,
    token: facts.token,
    reservationId: facts.reservation_id,
    slug: company.slug,
    customer: facts.customer,
    companyEmail: company.email,
    sender: senderOf(company, company.accent_color),
  }))
export type PaymentReceivedFacts = z.output<typeof PaymentReceivedFacts>
