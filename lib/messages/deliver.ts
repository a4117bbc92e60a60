import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { type OutboxJob, PermanentFailure } from '@/lib/core/outbox'
import { sendMail } from '@/lib/integrations/resend/send-mail'
import { findSms } from '@/lib/integrations/twilio/find-sms'
import { sendSms } from '@/lib/integrations/twilio/send-sms'
import type { Language } from '@/lib/messages/languages'
import type { Letter } from '@/lib/messages/letter'
import { letterHtml } from '@/lib/messages/letter-html'
import { letterText } from '@/lib/messages/letter-text'

type Attachment = { filename: string; content: Buffer; contentType: string }

/** Whom a message concerns, for the customer's conversation. */
type Concerns = { customerId?: string; reservationId?: string | null }

/** Sends a letter and keeps it in the conversation; the job's id makes a repetition harmless on both sides. */
export async function deliverMail(
  ctx: ServiceContext,
  job: OutboxJob,
  mail: Concerns & {
    to: string
    replyTo?: string | null
    letter: Letter
    language: Language
    attachments?: Attachment[]
  },
): Promise<void> {
  const text = letterText(mail.letter)
  const providerRef = await sendMail(
    {
      to: mail.to,
      fromName: mail.letter.sender.name,
      replyTo: mail.replyTo ?? null,
      subject: mail.letter.subject,
      html: letterHtml(mail.letter, mail.language),
      text,
      ...(mail.attachments && { attachments: mail.attachments }),
    },
    job.id,
  )
  await recordMessage(ctx, job, {
    ...mail,
    channel: 'email',
    subject: mail.letter.subject,
    body: text,
    providerRef,
  })
}

/**
 * Sends a short message and keeps it in the conversation; a repetition first looks for the message of the first try.
 * A month whose messages are used up sends none: what matters is in the mail as well.
 */
export async function deliverSms(
  ctx: ServiceContext,
  job: OutboxJob,
  sms: Concerns & { to: string; text: string },
): Promise<void> {
  await claimSms(ctx, job)
  const sentBefore = job.attempts > 1 ? await findSms(sms, ctx.now()) : null
  const providerRef = sentBefore ?? (await sendSms({ to: sms.to, text: sms.text }))
  await recordMessage(ctx, job, { ...sms, channel: 'sms', body: sms.text, providerRef })
}

async function claimSms(ctx: ServiceContext, job: OutboxJob): Promise<void> {
  const { data, error } = await ctx.db.rpc('claim_sms', { p_company_id: ctx.companyId, p_outbox_id: job.id })
  if (error) throw fromPostgres(error)
  if (data !== true) throw new PermanentFailure('The text messages of this month are used up')
}

async function recordMessage(
  ctx: ServiceContext,
  job: OutboxJob,
  message: Concerns & {
    channel: 'email' | 'sms'
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
