import { z } from 'zod'
import { ChargeLine, VatGroup } from '@/lib/core/documents/charges'

const text = z.string().nullish()

const Address = z.looseObject({
  name: z.string(),
  street: text,
  house_number: text,
  postal_code: text,
  town: text,
  country: text,
})

/** What `invoice_facts` answers: everything that an invoice prints. */
export const InvoiceFacts = z.object({
  invoice: z.object({
    id: z.uuid(),
    number: z.string(),
    currency: z.string(),
    locale: z.string(),
    issued_on: z.iso.date(),
    due_on: z.iso.date(),
    service_from: z.iso.date(),
    service_to: z.iso.date(),
    total_rappen: z.number().int(),
    paid_rappen: z.number().int(),
    vat: z.array(VatGroup),
    creditor: Address.extend({
      iban: text,
      uid_number: text,
      vat_registered: z.boolean(),
      email: text,
      phone: text,
    }),
    debtor: Address,
    reference: text,
    created_at: z.string(),
  }),
  /** Null on an invoice that was written by hand. */
  contract_number: z.string().nullable(),
  accent_color: z.string(),
  vehicle: z.string().nullable(),
  lines: z.array(ChargeLine.extend({ billing_id: z.uuid().nullish() })),
  /** The contracts it is for, in the order of its lines. */
  billings: z.array(
    z.object({
      id: z.uuid(),
      contract: z.string(),
      vehicle: z.string(),
      service_from: z.iso.date(),
      service_to: z.iso.date(),
      cost_centre: z.string(),
      purchase_order: z.string().nullable(),
      driver: z.string(),
    }),
  ),
  payments: z.array(
    z.object({
      method: z.string(),
      amount_rappen: z.number().int(),
      purpose: z.string(),
      received_at: z.string().nullable(),
    }),
  ),
})
export type InvoiceFacts = z.infer<typeof InvoiceFacts>
