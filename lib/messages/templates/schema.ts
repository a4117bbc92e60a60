import { z } from 'zod'
import { LANGUAGES } from '@/lib/messages/languages'
import { EVENT_NAMES, TEMPLATE_CHANNELS } from '@/lib/messages/templates/events'

const text = (most: number) => z.string().trim().min(1).max(most)

/** The words of a mail around what is always in it. `closing` may be empty. */
export const MailTexts = z.object({
  subject: text(200),
  heading: text(200),
  body: text(4_000),
  closing: z.string().trim().max(4_000),
  button: text(60),
})
export type MailTexts = z.infer<typeof MailTexts>

/** The words of a short message. */
export const SmsTexts = z.object({ body: text(800) })
export type SmsTexts = z.infer<typeof SmsTexts>

/** A template that WhatsApp has approved: its id at Twilio, and its words as they were approved. */
export const WhatsappTexts = z.object({ contentSid: z.string(), body: text(1_024) })
export type WhatsappTexts = z.infer<typeof WhatsappTexts>

export const TemplateRef = z.object({
  event: z.enum(EVENT_NAMES),
  channel: z.enum(TEMPLATE_CHANNELS),
  language: z.enum(LANGUAGES),
})
/** Which template is meant. */
export type TemplateRef = z.infer<typeof TemplateRef>

/** A template as its editor sends it; what may stand in it the database decides. */
export const TemplateDraft = TemplateRef.extend({ texts: z.record(z.string(), z.string().max(4_000)) })
export type TemplateDraft = z.infer<typeof TemplateDraft>

/** A template to look at, filled with a reservation, or with an example. */
export const PreviewWish = TemplateDraft.extend({ reservationId: z.uuid().optional() })
export type PreviewWish = z.infer<typeof PreviewWish>

/** A template to send to oneself; a short message needs a number in international form. */
export const TestWish = PreviewWish.extend({
  phone: z
    .string()
    .transform((typed) => typed.replace(/[\s().-]/g, ''))
    .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/, 'phone'))
    .optional(),
})
export type TestWish = z.infer<typeof TestWish>
