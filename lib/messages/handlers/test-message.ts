import { z } from 'zod'
import { fromPostgres } from '@/lib/core/errors'
import type { OutboxHandler } from '@/lib/core/outbox'
import { sendLetter, sendText } from '@/lib/messages/deliver'
import { limitSms } from '@/lib/messages/handlers/reservation'
import { previewLetter, previewText, previewWhatsapp, TemplateFacts } from '@/lib/messages/templates/preview'
import { TemplateDraft } from '@/lib/messages/templates/schema'

const Payload = TemplateDraft.extend({ to: z.string(), reservation_id: z.uuid().nullable() })

/** `message.test`: a template for whoever writes it; in no conversation, because no customer reads it. */
export const sendTestMessage: OutboxHandler = async (ctx, job) => {
  const { to, reservation_id: reservationId, ...draft } = Payload.parse(job.payload)
  const { data, error } = await ctx.db.rpc('test_message_facts', {
    p_company_id: ctx.companyId,
    ...(reservationId && { p_reservation_id: reservationId }),
  })
  if (error) throw fromPostgres(error)
  const facts = TemplateFacts.parse(data)
  if (draft.channel === 'email') {
    const letter = previewLetter(draft, facts, ctx.now())
    await sendLetter(ctx, job, {
      to,
      language: draft.language,
      letter: { ...letter, subject: `[Test] ${letter.subject}` },
    })
    return
  }
  if (job.attempts === 1) await limitSms(ctx.companyId, to)
  if (draft.channel === 'whatsapp') {
    await sendText(ctx, job, { to, channel: 'whatsapp', ...previewWhatsapp(draft, facts, ctx.now()) })
    return
  }
  await sendText(ctx, job, { to, text: previewText(draft, facts, ctx.now()) })
}
