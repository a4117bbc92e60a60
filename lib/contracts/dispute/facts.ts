import { z } from 'zod'
import { ContractFacts } from '@/lib/contracts/documents/contract-facts'

const time = z.string()

/** What `dispute_facts` answers, as far as the pack prints it. */
export const DisputeFacts = ContractFacts.extend({
  made_by: z.string().nullable(),
  booked_at: time,
  booked_by: z.string(),
  invoices: z.array(
    z.object({
      number: z.string(),
      status: z.string(),
      issued_on: z.string(),
      total_rappen: z.number().int(),
      paid_rappen: z.number().int(),
    }),
  ),
  payments: z.array(
    z.object({
      method: z.string(),
      status: z.string(),
      amount_rappen: z.number().int(),
      refunded_rappen: z.number().int(),
      reference: z.string().nullable(),
      at: time,
    }),
  ),
  documents: z.array(z.object({ kind: z.string(), sha256: z.string(), sealed_at: time })),
  messages: z.array(
    z.object({
      at: time,
      channel: z.string(),
      direction: z.string(),
      recipient: z.string(),
      subject: z.string().nullable(),
      body: z.string(),
      files: z.array(z.string()),
    }),
  ),
  chain: z.array(
    z.object({
      position: z.number().int(),
      kind: z.string(),
      content_sha256: z.string(),
      own_sha256: z.string(),
      device_at: time.nullable(),
      recorded_at: time,
    }),
  ),
  faults: z.array(z.object({ position: z.number().int().nullable(), kind: z.string(), fault: z.string() })),
})
export type DisputeFacts = z.output<typeof DisputeFacts>
