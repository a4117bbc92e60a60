import { z } from 'zod'
import { InvoiceFacts } from '@/lib/money/documents/invoice-facts'

const { creditor, debtor } = InvoiceFacts.shape.invoice.shape

/** What the database answers about a customer's account: everything that a statement shows or prints. */
export const StatementFacts = z
  .object({
    customer: z.string(),
    number: z.string(),
    email: z.string().nullable(),
    locale: z.string(),
    currency: z.string(),
    opening_rappen: z.number(),
    entries: z.array(
      z.object({
        day: z.iso.date(),
        kind: z.string(),
        number: z.string().nullable(),
        amount_rappen: z.number(),
      }),
    ),
    closing_rappen: z.number(),
    open_items: z.array(
      z.object({
        number: z.string(),
        issued_on: z.iso.date(),
        due_on: z.iso.date(),
        open_rappen: z.number(),
      }),
    ),
    is_current: z.boolean(),
    reference: z.string().nullable(),
    creditor,
    debtor,
    accent_color: z.string(),
  })
  .transform(({ entries, open_items, ...facts }) => {
    let balanceRappen = facts.opening_rappen
    return {
      customer: facts.customer,
      number: facts.number,
      email: facts.email,
      locale: facts.locale,
      currency: facts.currency,
      reference: facts.reference,
      creditor: facts.creditor,
      debtor: facts.debtor,
      accentColor: facts.accent_color,
      /** It runs until today, so that its closing balance is what is owed now. */
      isCurrent: facts.is_current,
      openingRappen: facts.opening_rappen,
      closingRappen: facts.closing_rappen,
      entries: entries.map(({ amount_rappen, ...entry }) => {
        balanceRappen += amount_rappen
        return { ...entry, amountRappen: amount_rappen, balanceRappen }
      }),
      openItems: open_items.map((item) => ({
        number: item.number,
        issuedOn: item.issued_on,
        dueOn: item.due_on,
        openRappen: item.open_rappen,
      })),
    }
  })

/** What a customer owes, and how it came about; below zero the company owes it. */
export type Statement = z.output<typeof StatementFacts>
