import type { ServiceContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import { PermanentFailure } from '@/lib/core/outbox'
import type { Language } from '@/lib/messages/languages'
import { builtInMail, builtInSms } from '@/lib/messages/templates/built-in'
import type { TemplateChannel, TemplateEvent } from '@/lib/messages/templates/events'
import { MailTexts, SmsTexts } from '@/lib/messages/templates/schema'

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
