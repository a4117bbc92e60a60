import type { CompanyContext } from '@/lib/core/context'
import { fromPostgres } from '@/lib/core/errors'
import type { TemplateDraft, TemplateRef, TestWish } from '@/lib/messages/templates/schema'

/** Keeps the company's own words for an event. @throws AppError `template_invalid` · `forbidden` */
export async function saveTemplate(
  ctx: CompanyContext,
  { event, channel, language, texts }: TemplateDraft,
): Promise<void> {
  const { error } = await ctx.db.rpc('save_message_template', {
    p_event: event,
    p_channel: channel,
    p_language: language,
    p_texts: texts,
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'template.saved', template: event, channel, language })
}

/** Goes back to the built-in words. @throws AppError `forbidden` */
export async function resetTemplate(
  ctx: CompanyContext,
  { event, channel, language }: TemplateRef,
): Promise<void> {
  const { error } = await ctx.db.rpc('reset_message_template', {
    p_event: event,
    p_channel: channel,
    p_language: language,
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'template.reset', template: event, channel, language })
}

/** Sends whoever asks a message as it would leave. @throws AppError `template_invalid` · `rate_limited` · `not_found` */
export async function sendTest(ctx: CompanyContext, wish: TestWish): Promise<void> {
  const { error } = await ctx.db.rpc('send_test_message', {
    p_event: wish.event,
    p_channel: wish.channel,
    p_language: wish.language,
    p_texts: wish.texts,
    ...(wish.reservationId && { p_reservation_id: wish.reservationId }),
    ...(wish.channel !== 'email' && wish.phone && { p_phone: wish.phone }),
  })
  if (error) throw fromPostgres(error)
  ctx.log.info({ event: 'template.test_asked', template: wish.event, channel: wish.channel })
}
