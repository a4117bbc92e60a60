import { z } from 'zod'

/** A file from the bank; its bytes are the request's body, plain or gzipped. */
export const NewBankFile = z.object({ name: z.string().trim().min(1).max(200) })

/** An invoice takes what is left of an entry; a person names it by its number or presses the one that was suggested. */
export const EntryForInvoice = z.object({
  entryId: z.uuid(),
  invoiceNumber: z.string().trim().min(1).max(40),
})

export const EntryForCustomer = z.object({ entryId: z.uuid(), customerId: z.uuid() })

export const EntryForPayout = z.object({ entryId: z.uuid(), payoutId: z.uuid() })

export const IgnoredEntry = z.object({ entryId: z.uuid(), reason: z.string().trim().min(1).max(300) })
