import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { appUrl } from '@/lib/core/hosts'
import type { OutboxHandler, OutboxJob } from '@/lib/core/outbox'
import { deliverMail } from '@/lib/messages/deliver'
import { bookingUrl, mailToCustomer, reservationFactsOf } from '@/lib/messages/handlers/reservation'
import {
  customerMessageLetter,
  portalMessageLetter,
  WrittenMessage,
} from '@/lib/messages/letters/written-message'

async function messageOf(ctx: ServiceContext, job: OutboxJob): Promise<WrittenMessage | null> {
  const { data, error } = await ctx.db.rpc('message_facts', {
    p_company_id: ctx.companyId,
    p_message_id: String(job.payload.message_id),
  })
  if (error) throw fromPostgres(error)
  return data === null ? null : WrittenMessage.parse(data)
}

/** `mail.customer_message`; what was read before the worker came, or forgotten, is not told. */
export const mailCustomerMessage: OutboxHandler = async (ctx, job) => {
  const message = await messageOf(ctx, job)
  if (!message?.email || message.isRead) return
  await deliverMail(ctx, job, {
    to: message.email,
    letter: customerMessageLetter(message, appUrl(`/dashboard/reservations/${message.reservationId}`)),
    language: message.language,
  })
}

/** `mail.portal_message` */
export const mailPortalMessage: OutboxHandler = async (ctx, job) => {
  const message = await messageOf(ctx, job)
  if (!message) return
  const facts = await reservationFactsOf(ctx, message.reservationId)
  await mailToCustomer(
    ctx,
    job,
    facts,
    portalMessageLetter(facts, message.body, `${bookingUrl(facts)}/messages`),
  )
}
