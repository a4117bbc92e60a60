import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { PermanentFailure } from '@/lib/core/outbox'
import type { Language } from '@/lib/messages/languages'
import { builtInMail, builtInSms } from '@/lib/messages/templates/built-in'
import type { TemplateChannel, TemplateEvent } from '@/lib/messages/templates/events'
import { MailTexts, SmsTexts, WhatsappTexts } from '@/lib/messages/templates/schema'

/** The words of a mail: the company's own, else the built-in ones. */
export async function mailTextsFor(
  ctx: ServiceContext,
  event: TemplateEvent,
  language: Language,
): Promise<MailTexts> {
  const own = await ownTexts(ctx, event, 'email', language)
  return own === null ? builtInMail(event, language) : MailTexts.parse(own)
}

/** The words of a short message likewise. */
export async function smsTextsFor(
  ctx: ServiceContext,
  event: TemplateEvent,
  language: Language,
): Promise<SmsTexts> {
  const own = await ownTexts(ctx, event, 'sms', language)
  const texts = own === null ? builtInSms(event, language) : SmsTexts.parse(own)
  if (texts === null) throw new PermanentFailure(`${event} is not told by short message`)
  return texts
}

/** The approved template of a WhatsApp message; null where the company has none. */
export async function whatsappTextsFor(
  ctx: ServiceContext,
  event: TemplateEvent,
  language: Language,
): Promise<WhatsappTexts | null> {
  const own = await ownTexts(ctx, event, 'whatsapp', language)
  return own === null ? null : WhatsappTexts.parse(own)
}

async function ownTexts(
  ctx: ServiceContext,
  event: TemplateEvent,
  channel: TemplateChannel,
  language: Language,
): Promise<unknown> {
  const { data, error } = await ctx.db.rpc('message_template', {
    p_company_id: ctx.companyId,
    p_event: event,
    p_channel: channel,
    p_language: language,
  })
  if (error) throw fromPostgres(error)
  return data
}
