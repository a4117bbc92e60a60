import { z } from 'zod'

const DraftLine = z.object({
  text: z.string().trim().max(300),
  quantity: z.number().min(0.001).max(99_999),
  unitRappen: z.number().int().min(-99_999_999_999).max(99_999_999_999),
  vatBp: z.number().int().min(0).max(9_999),
})
export type DraftLine = z.output<typeof DraftLine>

const Lines = z.array(DraftLine).max(200)

/** The lines of an invoice as they stand while it is written, for their price. */
export const DraftQuestion = z.object({ lines: Lines, serviceTo: z.iso.date() })
export type DraftQuestion = z.output<typeof DraftQuestion>

/** An invoice as it is written by hand; one with an id is changed, one without is new. */
export const InvoiceDraft = z
  .object({
    id: z.uuid().optional(),
    customerId: z.uuid(),
    serviceFrom: z.iso.date(),
    serviceTo: z.iso.date(),
    /** Without one the customer's terms count from the day it is issued. */
    dueOn: z.iso.date().optional(),
    lines: Lines,
    idempotencyKey: z.uuid(),
  })
  .refine(({ serviceFrom, serviceTo }) => serviceFrom <= serviceTo, {
    path: ['serviceTo'],
    message: 'period',
  })
export type InvoiceDraft = z.output<typeof InvoiceDraft>
