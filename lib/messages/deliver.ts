import type { ServiceContext } from '@/lib/core/context'
import { env } from '@/lib/core/env'
import { fromPostgres } from '@/lib/core/errors'
import { DeclinedByRule, type OutboxJob, PermanentFailure } from '@/lib/core/outbox'
import { sendMail } from '@/lib/integrations/resend/send-mail'
import type { TextChannel } from '@/lib/integrations/twilio/channel'
import { findSms } from '@/lib/integrations/twilio/find-sms'
import { type SentText, StoppedByRecipient, sendSms } from '@/lib/integrations/twilio/send-sms'
import type { Language } from '@/lib/messages/languages'
import type { Letter } from '@/lib/messages/letter'
import { letterHtml } from '@/lib/messages/letter-html'
import { letterText } from '@/lib/messages/letter-text'
import type { OutgoingTemplate } from '@/lib/messages/letters/from-template'
import { mailLogo } from '@/lib/messages/mail-logo'
import { smsLength } from '@/lib/messages/sms-length'

type Attachment = { filename: string; content: Buffer; contentType: string }

/** Whom a message concerns, for the customer's conversation. */
type Concerns = { customerId?: string; reservationId?: string | null }

type OutgoingMail = Concerns & {
  to: string
  replyTo?: string | null
  letter: Letter
  language: Language
  attachments?: Attachment[]
  /** The Message-ID of the mail that is answered. */
  inReplyTo?: string | null
}

/** Sends a letter; the job's id makes a repetition harmless. A customer's answer comes into their conversation. Gives the provider's id of it. */
export async function sendLetter(ctx: ServiceContext, job: OutboxJob, mail: OutgoingMail): Promise<string> {
  const { letter, customerId } = mail
  return sendMail(
    {
      to: mail.to,
      fromName: letter.sender.name,
      replyTo: (customerId && (await replyAddress(ctx, customerId))) || (mail.replyTo ?? null),
      subject: letter.subject,
      html: letterHtml(letter, mail.language, await mailLogo(ctx)),
      text: letterText(letter),
      ...(mail.attachments && { attachments: mail.attachments }),
      ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo }),
    },
    job.id,
  )
}

/** Sends a letter and keeps it in the conversation. */
export async function deliverMail(ctx: ServiceContext, job: OutboxJob, mail: OutgoingMail): Promise<void> {
  const providerRef = await sendLetter(ctx, job, mail)
  await recordMessage(ctx, job, {
    ...mail,
    channel: 'email',
    subject: mail.letter.subject,
    body: letterText(mail.letter),
    providerRef,
  })
}

async function replyAddress(ctx: ServiceContext, customerId: string): Promise<string | null> {
  const domain = env().INBOUND_MAIL_DOMAIN
  if (!domain) return null
  const { data, error } = await ctx.db.rpc('reply_name', {
    p_company_id: ctx.companyId,
    p_customer_id: customerId,
  })
  if (error) throw fromPostgres(error)
  return data && `${data}@${domain}`
}

type OutgoingText = Concerns & {
  to: string
  text: string
  channel?: TextChannel
  /** Of an approved WhatsApp template: its id at Twilio, and what fills its numbered places. */
  contentSid?: string
  places?: string[]
  mediaUrl?: string | undefined
}

/**
 * Sends a short message; a repetition first looks for the message of the first try. Gives the provider's id of it, null when the number does not want any.
 * @throws DeclinedByRule when the month's messages are used up
 */
export async function sendText(
  ctx: ServiceContext,
  job: OutboxJob,
  { to, text, channel = 'sms', contentSid, places = [], mediaUrl, customerId }: OutgoingText,
): Promise<string | null> {
  const { segments } = smsLength(text)
  if (!(await claimText(ctx, job, channel, to, segments))) return null
  const sms = { to, text, channel }
  const sentBefore = job.attempts > 1 ? await ofEarlierAttempt(ctx, job, await findSms(sms, ctx.now())) : null
  try {
    const sent =
      sentBefore ??
      (await sendSms({ ...sms, mediaUrl, ...(contentSid && { template: { contentSid, places } }) }))
    if (channel === 'sms' && sent.segments && sent.segments !== segments)
      await settleText(ctx, job, sent.segments)
    return sent.sid
  } catch (failure) {
    if (!(failure instanceof StoppedByRecipient)) throw failure
    const { error } = await ctx.db.rpc('note_stopped', {
      p_company_id: ctx.companyId,
      p_channel: channel,
      p_address: to,
      ...(customerId && { p_customer_id: customerId }),
    })
    if (error) throw fromPostgres(error)
    return null
  }
}

/**
 * Sends a short message and keeps it in the conversation. Where the company has a template for it, it goes by WhatsApp; what WhatsApp refuses, or cannot deliver
 * later, is kept as failed and comes back as a job for the next way. A job that names its channel uses no other: what is not recorded then goes on the next way.
 */
export async function deliverSms(
  ctx: ServiceContext,
  job: OutboxJob,
  sms: OutgoingText,
  template: OutgoingTemplate | null,
): Promise<void> {
  if (template && job.payload.channel !== 'sms') {
    const byWhatsapp = { ...sms, ...template, channel: 'whatsapp' as const }
    if (
      await isDelivered(ctx, job, byWhatsapp).catch((failure) => keepRefused(ctx, job, byWhatsapp, failure))
    )
      return
  }
  if (job.payload.channel === 'whatsapp') return
  await isDelivered(ctx, job, sms)
}

async function isDelivered(ctx: ServiceContext, job: OutboxJob, sms: OutgoingText): Promise<boolean> {
  const providerRef = await sendText(ctx, job, sms)
  if (providerRef === null) return false
  await recordMessage(ctx, job, { ...sms, channel: sms.channel ?? 'sms', body: sms.text, providerRef })
  return true
}

/** Keeps what was refused for good in the conversation, with the reason; true, because its next way has a job then. */
async function keepRefused(
  ctx: ServiceContext,
  job: OutboxJob,
  sms: OutgoingText & { channel: TextChannel },
  failure: unknown,
): Promise<true> {
  if (!(failure instanceof PermanentFailure)) throw failure
  const providerRef = `refused ${job.id}`
  await recordMessage(ctx, job, { ...sms, body: sms.text, providerRef })
  const { error } = await ctx.db.rpc('update_message_status', {
    p_provider_ref: providerRef,
    p_status: 'failed',
    p_error: failure.message,
  })
  if (error) throw fromPostgres(error)
  return true
}

async function claimText(
  ctx: ServiceContext,
  job: OutboxJob,
  channel: TextChannel,
  recipient: string,
  segments: number,
): Promise<boolean> {
  const { data, error } = await ctx.db.rpc('claim_text', {
    p_company_id: ctx.companyId,
    p_outbox_id: job.id,
    p_channel: channel,
    p_recipient: recipient,
    p_segments: segments,
  })
  if (error) throw fromPostgres(error)
  if (data === 'used_up') throw new DeclinedByRule('The text messages of this month are used up')
  if (data === 'day_full') throw new DeclinedByRule('Too many text messages in one day')
  return data === 'ok'
}

/** The message that an earlier attempt of this job sent: the same words to the same number may have been sent by other jobs. */
async function ofEarlierAttempt(
  ctx: ServiceContext,
  job: OutboxJob,
  found: SentText[],
): Promise<SentText | null> {
  if (found.length === 0) return null
  const { data, error } = await ctx.db.rpc('sent_before', {
    p_company_id: ctx.companyId,
    p_outbox_id: job.id,
    p_provider_refs: found.map(({ sid }) => sid),
  })
  if (error) throw fromPostgres(error)
  return found.find(({ sid }) => data.includes(sid)) ?? null
}

/** The parts that the carrier counted are the ones that are paid. */
async function settleText(ctx: ServiceContext, job: OutboxJob, segments: number): Promise<void> {
  const { error } = await ctx.db.rpc('settle_text', {
    p_company_id: ctx.companyId,
    p_outbox_id: job.id,
    p_segments: segments,
  })
  if (error) throw fromPostgres(error)
}

async function recordMessage(
  ctx: ServiceContext,
  job: OutboxJob,
  message: Concerns & {
    channel: 'email' | TextChannel
    to: string
    subject?: string
    body: string
    providerRef: string
  },
): Promise<void> {
  const { error } = await ctx.db.rpc('record_message', {
    p_company_id: ctx.companyId,
    p_outbox_id: job.id,
    p_channel: message.channel,
    p_template: job.topic,
    p_recipient: message.to,
    // Null, not absent: without the argument the function would not be found.
    p_subject: (message.subject ?? null) as string,
    p_body: message.body,
    p_provider_ref: message.providerRef,
    ...(message.customerId && { p_customer_id: message.customerId }),
    ...(message.reservationId && { p_reservation_id: message.reservationId }),
  })
  if (error) throw fromPostgres(error)
}
