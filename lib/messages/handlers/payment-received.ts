import { z } from 'zod'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { deliverMail } from '@/lib/messages/deliver'
import { paymentReceivedLetter } from '@/lib/messages/letters/payment-received'
import { PaymentReceivedFacts } from '@/lib/messages/payment-received-facts'
import { mailTextsFor } from '@/lib/messages/templates/texts-for'

const Payload = z.object({ payment_id: z.uuid() })

/** `mail.payment_received`: to who pays the invoice, else to who booked; of what was given back meanwhile nothing is said. */
export const mailPaymentReceived: OutboxHandler = async (ctx, job) => {
  const { data, error } = await ctx.db.rpc('payment_received_facts', {
    p_company_id: ctx.companyId,
    p_payment_id: Payload.parse(job.payload).payment_id,
  })
  if (error) throw fromPostgres(error)
  if (data === null) return
  const facts = PaymentReceivedFacts.parse(data)
  if (!facts.customer.email) return
  const texts = await mailTextsFor(ctx, 'payment_received', facts.language)
  await deliverMail(ctx, job, {
    to: facts.customer.email,
    replyTo: facts.companyEmail,
    letter: paymentReceivedLetter(facts, texts),
    language: facts.language,
    customerId: facts.customer.id,
    reservationId: facts.reservationId,
  })
}
