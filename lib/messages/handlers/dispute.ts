import { z } from 'zod'
import { fromPostgres } from '@/lib/core/errors'
import { appUrl } from '@/lib/core/hosts'
import type { OutboxHandler } from '@/lib/core/outbox'
import { deliverMail } from '@/lib/messages/deliver'
import { DisputeFacts, disputeLetter } from '@/lib/messages/letters/dispute'

const Payload = z.object({ dispute_id: z.uuid(), event: z.enum(['opened', 'closed']) })

/** `mail.dispute`: tells the desk that a payment is contested, and how that ended. */
export const mailDispute: OutboxHandler = async (ctx, job) => {
  const { dispute_id, event } = Payload.parse(job.payload)
  const { data, error } = await ctx.db.rpc('dispute_letter_facts', {
    p_company_id: ctx.companyId,
    p_dispute_id: dispute_id,
  })
  if (error) throw fromPostgres(error)
  if (data === null) return
  const facts = DisputeFacts.parse(data)
  if (!facts.email) return
  await deliverMail(ctx, job, {
    to: facts.email,
    letter: disputeLetter(facts, event, appUrl(pageOf(facts))),
    language: facts.language,
  })
}

/** The contract has the evidence; before there is one, the reservation. */
function pageOf({ contractId, invoiceId, reservationId }: DisputeFacts): string {
  if (contractId) return `/dashboard/contracts/${contractId}`
  return invoiceId ? `/dashboard/invoices/${invoiceId}` : `/dashboard/reservations/${reservationId ?? ''}`
}
