import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { appUrl } from '@/lib/core/hosts'
import { type OutboxHandler, type OutboxJob, PermanentFailure } from '@/lib/core/outbox'
import { deliverMail, sendLetter, sendText } from '@/lib/messages/deliver'
import { addressForProvider, asAttachment, filesToSend } from '@/lib/messages/files'
import { mailToCustomer, reservationFactsOf } from '@/lib/messages/handlers/reservation'
import {
  customerMessageLetter,
  portalMessageLetter,
  WrittenMessage,
  writtenLetter,
} from '@/lib/messages/letters/written-message'
import { plainSigns } from '@/lib/messages/sms-length'

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
  if (!message?.companyEmail || message.isRead) return
  await deliverMail(ctx, job, {
    to: message.companyEmail,
    letter: customerMessageLetter(message, appUrl(`/dashboard/messages/${message.customerId}`)),
    language: message.language,
  })
}

/** `mail.portal_message` */
export const mailPortalMessage: OutboxHandler = async (ctx, job) => {
  const message = await messageOf(ctx, job)
  if (!message?.reservationId) return
  const facts = await reservationFactsOf(ctx, message.reservationId)
  await mailToCustomer(ctx, job, facts, portalMessageLetter(facts, message))
}

/** `message.send`: what a member wrote leaves as mail, SMS or WhatsApp; the message says itself what became of it. */
export const sendWrittenMessage: OutboxHandler = async (ctx, job) => {
  const message = await messageOf(ctx, job)
  if (!message?.isQueued) return
  try {
    await markMessage(ctx, message, await sendIt(ctx, job, message))
  } catch (failure) {
    if (!(failure instanceof PermanentFailure)) throw failure
    await markMessage(ctx, message, { status: 'failed', error: failure.message })
  }
}

type Outcome = { status: 'sent'; providerRef: string; subject?: string } | { status: 'failed'; error: string }

async function sendIt(ctx: ServiceContext, job: OutboxJob, message: WrittenMessage): Promise<Outcome> {
  const { customerId, recipient: to, channel } = message
  const files = await filesToSend(ctx, message.id)
  if (channel === 'email') {
    const letter = writtenLetter(message)
    const mail = {
      to,
      letter,
      customerId,
      replyTo: message.companyEmail,
      inReplyTo: message.answers?.reference ?? null,
      language: message.customerLanguage,
      ...(files.length > 0 && {
        attachments: await Promise.all(files.map((file, place) => asAttachment(ctx, file, place))),
      }),
    }
    return { status: 'sent', providerRef: await sendLetter(ctx, job, mail), subject: letter.subject }
  }
  if (channel === 'portal') throw new PermanentFailure('What stands in the portal is not sent')
  const providerRef = await sendText(ctx, job, {
    to,
    text: channel === 'sms' ? plainSigns(message.body) : message.body,
    channel,
    customerId,
    mediaUrl: files[0] && (await addressForProvider(ctx, files[0])),
  })
  return providerRef ? { status: 'sent', providerRef } : { status: 'failed', error: 'stopped' }
}

async function markMessage(ctx: ServiceContext, message: WrittenMessage, outcome: Outcome): Promise<void> {
  const { error } = await ctx.db.rpc('mark_message', {
    p_company_id: ctx.companyId,
    p_message_id: message.id,
    p_status: outcome.status,
    ...(outcome.status === 'failed' && { p_error: outcome.error }),
    ...(outcome.status === 'sent' && {
      p_provider_ref: outcome.providerRef,
      ...(outcome.subject && { p_subject: outcome.subject }),
    }),
  })
  if (error) throw fromPostgres(error)
}
