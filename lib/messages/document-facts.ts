import { z } from 'zod'
import { LANGUAGES, type Language } from '@/lib/messages/languages'
import type { Sender } from '@/lib/messages/letter'
import { senderOf } from '@/lib/messages/sender'

export const DOCUMENT_KINDS = ['contract', 'addendum', 'settlement', 'invoice', 'credit_note'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A sealed file, read from the service's answer. */
export const SealedDocument = z
  .object({ locale: z.enum(LANGUAGES), storage_path: z.string(), sha256: z.string() })
  .transform(({ locale, storage_path, sha256 }) => ({ language: locale, storagePath: storage_path, sha256 }))

const Customer = z.object({ id: z.string(), name: z.string(), email: z.string().nullable() })

const Contact = z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() })

export type SealedDocument = z.infer<typeof SealedDocument>

/** To whom a contract or its settlement goes, read from the contract's facts. */
export const ContractMailFacts = z
  .object({
    contract: z.object({ number: z.string(), reservation_id: z.string().nullish() }),
    company: Contact.extend({ accent_color: z.string() }),
    customer: Customer,
  })
  .transform(({ contract, company, customer }) => ({
    number: contract.number,
    reservationId: contract.reservation_id ?? null,
    payPage: null,
    customer,
    companyEmail: company.email,
    sender: senderOf(company, company.accent_color),
  }))

/** To whom an invoice goes, read from the invoice's facts. */
export const InvoiceMailFacts = z
  .object({
    invoice: z.object({
      number: z.string(),
      creditor: Contact,
      currency: z.string(),
      total_rappen: z.number(),
      due_rappen: z.number(),
      paid_rappen: z.number(),
      due_on: z.iso.date(),
    }),
    accent_color: z.string(),
    slug: z.string(),
    pay_token: z.string().nullable(),
    customer: Customer,
  })
  .transform(({ invoice, accent_color, customer, slug, pay_token }) => ({
    number: invoice.number,
    reservationId: null,
    payPage: pay_token === null ? null : { slug, path: `/pay/${pay_token}` },
    bill: {
      currency: invoice.currency,
      totalRappen: invoice.total_rappen,
      openRappen: invoice.due_rappen - invoice.paid_rappen,
      dueOn: invoice.due_on,
    },
    customer,
    companyEmail: invoice.creditor.email,
    sender: senderOf(invoice.creditor, accent_color),
  }))

/** To whom a credit note goes, read from its facts. */
export const CreditNoteMailFacts = z
  .object({
    note: z.object({ number: z.string() }),
    invoice: z.object({ creditor: Contact }),
    accent_color: z.string(),
    customer: Customer,
  })
  .transform(({ note, invoice, accent_color, customer }) => ({
    number: note.number,
    reservationId: null,
    payPage: null,
    customer,
    companyEmail: invoice.creditor.email,
    sender: senderOf(invoice.creditor, accent_color),
  }))

/** Everything the mail of a sealed document needs. */
export type DocumentMailFacts = {
  language: Language
  number: string
  sha256: string
  /** Where what is open can be paid online, on whose site. */
  payPage: { slug: string; path: string } | null
  /** What is owed, of an invoice. */
  bill?: { currency: string; totalRappen: number; openRappen: number; dueOn: string }
  customer: z.infer<typeof Customer>
  sender: Sender
}
