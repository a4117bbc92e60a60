import { z } from 'zod'
import type { CompanyContext } from '@/lib/core/context'
import { reasonOf } from '@/lib/core/delivery-failure'
import { AppError, fromPostgres } from '@/lib/core/errors'
import { LANGUAGES, type Language } from '@/lib/messages/languages'
import { builtInMail, builtInSms } from '@/lib/messages/templates/built-in'
import {
  channelsOf,
  EVENT_NAMES,
  TEMPLATE_CHANNELS,
  type TemplateChannel,
  type TemplateEvent,
} from '@/lib/messages/templates/events'
import { problemsOf } from '@/lib/messages/templates/fill'
import { type Preview, previewOf, TemplateFacts } from '@/lib/messages/templates/preview'
import type { PreviewWish } from '@/lib/messages/templates/schema'

const MONTH_MS = 30 * 24 * 60 * 60 * 1_000

const Own = z.object({
  event: z.enum(EVENT_NAMES),
  channel: z.enum(TEMPLATE_CHANNELS),
  language: z.enum(LANGUAGES),
  texts: z.record(z.string(), z.string()),
})

/** The company's own templates; whatever is not among them is told in the built-in words. */
export async function listOwnTemplates(ctx: CompanyContext): Promise<z.infer<typeof Own>[]> {
  const { data, error } = await ctx.db
    .from('message_templates')
    .select('event, channel, language, texts')
    .eq('company_id', ctx.companyId)
    .limit(500)
  if (error) throw fromPostgres(error)
  return z.array(Own).parse(data)
}

export type TemplateTexts = Record<string, string>
/** One template of an event: its words now, and the built-in ones to which it can go back. */
export type Template = {
  channel: TemplateChannel
  language: Language
  texts: TemplateTexts
  builtIn: TemplateTexts
  isOwn: boolean
}

/** Every template of an event, by channel and language. */
export async function templatesOf(ctx: CompanyContext, event: TemplateEvent): Promise<Template[]> {
  const own = (await listOwnTemplates(ctx)).filter((one) => one.event === event)
  return channelsOf(event).flatMap((channel) =>
    LANGUAGES.map((language) => {
      const builtIn = builtInTexts(event, channel, language)
      const mine = own.find((one) => one.channel === channel && one.language === language)
      return { channel, language, builtIn, texts: mine?.texts ?? builtIn, isOwn: mine !== undefined }
    }),
  )
}

/** What an approved WhatsApp template begins with is the short message; its id at Twilio nobody can know. */
function builtInTexts(event: TemplateEvent, channel: TemplateChannel, language: Language): TemplateTexts {
  if (channel === 'email') return builtInMail(event, language)
  const short = builtInSms(event, language) ?? { body: '' }
  return channel === 'sms' ? short : { contentSid: '', ...short }
}

/** A template as its reader will see it. @throws AppError `template_invalid` · `not_found` (reservation) */
export async function previewTemplate(ctx: CompanyContext, wish: PreviewWish): Promise<Preview> {
  const [problem] = problemsOf(wish.event, wish.channel, wish.texts)
  if (problem) throw new AppError('template_invalid', { details: problem })
  const { data, error } = await ctx.db.rpc(
    'template_facts',
    wish.reservationId ? { p_reservation_id: wish.reservationId } : {},
  )
  if (error) throw fromPostgres(error)
  return previewOf(wish, TemplateFacts.parse(data), ctx.now())
}

/** Why WhatsApp last refused the template of an event, within a month; null when it did not, or what it took since arrived. */
export async function lastRefusal(ctx: CompanyContext, event: TemplateEvent): Promise<string | null> {
  const { data, error } = await ctx.db
    .from('messages')
    .select('status, error')
    .eq('company_id', ctx.companyId)
    .eq('channel', 'whatsapp')
    .eq('template', `sms.${event.replace(/_(?:held|open)$/, '')}`)
    .gt('created_at', new Date(ctx.now().getTime() - MONTH_MS).toISOString())
    .order('created_at', { ascending: false })
    .limit(1)
  if (error) throw fromPostgres(error)
  const [last] = data
  return last?.status === 'failed' && reasonOf(last.error ?? '') === 'template_refused' ? last.error : null
}

/** Reservations to fill a preview with: the latest. */
export async function listPreviewReservations(
  ctx: CompanyContext,
): Promise<{ id: string; number: string; customer: string }[]> {
  const { data, error } = await ctx.db
    .from('reservations')
    .select('id, number, customers(name)')
    .eq('company_id', ctx.companyId)
    .in('status', ['confirmed', 'converted'])
    .order('created_at', { ascending: false })
    .limit(30)
  if (error) throw fromPostgres(error)
  return data.map(({ id, number, customers }) => ({ id, number, customer: customers?.name ?? '' }))
}
