import { z } from 'zod'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { deliverMail } from '@/lib/messages/deliver'
import { paymentRequestLetter, REQUEST_REASONS } from '@/lib/messages/letters/payment-request'
import { PaymentRequestFacts } from '@/lib/messages/payment-request-facts'
import { mailTextsFor } from '@/lib/messages/templates/texts-for'

const Payload = z.object({ invoice_id: z.uuid(), reason: z.enum(REQUEST_REASONS) })

/** `mail.payment_request`: asks for what is open of an invoice, with the private link. One that is paid meanwhile is not asked for. */
export const mailPaymentRequest: OutboxHandler = async (ctx, job) => {
  const { invoice_id, reason } = Payload.parse(job.payload)
  const { data, error } = await ctx.db.rpc('payment_request_facts', {
    p_company_id: ctx.companyId,
    p_invoice_id: invoice_id,
  })
  if (error) throw fromPostgres(error)
  if (data === null) return
  const facts = PaymentRequestFacts.parse(data)
  if (!facts.customer.email) return
  const texts = await mailTextsFor(ctx, `payment_${reason}`, facts.language)
  await deliverMail(ctx, job, {
    to: facts.customer.email,
    replyTo: facts.companyEmail,
    letter: paymentRequestLetter(facts, texts),
    language: facts.language,
    customerId: facts.customer.id,
  })
}
