import { z } from 'zod'
import { FIELD_KINDS } from '@/lib/checkin/kinds'
import { hasLooseCondition } from '@/lib/checkin/rules'
import { SITE_LOCALES } from '@/lib/core/i18n/locales'
import { RESERVATION_SOURCES } from '@/lib/core/reservation-sources'

const names = (most: number) =>
  z
    .record(z.enum(SITE_LOCALES), z.string().trim().max(most).optional())
    .transform(
      (given) =>
        Object.fromEntries(Object.entries(given).filter(([, text]) => text)) as Record<string, string>,
    )
const Named = names(300).refine((given) => Object.keys(given).length > 0, 'required')

/** One question of a form, as the database keeps it. */
export const FormField = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  kind: z.enum(FIELD_KINDS),
  labels: Named,
  help: names(2_000).optional(),
  required: z.boolean(),
  options: z
    .array(z.object({ key: z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/), labels: Named }))
    .min(1)
    .max(50)
    .optional(),
  when: z.object({ field: z.string(), is: z.string() }).optional(),
  /** The bounds of a number; without a least one it begins at zero. */
  least: z.number().optional(),
  most: z.number().optional(),
})
export type FormField = z.infer<typeof FormField>

/** A language of customers, as a form may be for. */
export const FormLanguage = z.enum(SITE_LOCALES)

/** A form as the builder sends it. */
export const FormDraft = z
  .object({
    id: z.uuid().optional(),
    /** For the desk alone; customers read the titles. */
    names: Named,
    /** Where a language has none, customers read our own word in it. */
    titles: names(120),
    categoryIds: z.array(z.uuid()).max(100),
    sources: z.array(z.enum(RESERVATION_SOURCES)),
    languages: z.array(FormLanguage),
    active: z.boolean(),
    fields: z.array(FormField).min(1).max(60),
  })
  .superRefine(({ fields }, check) => {
    fields.forEach((field, index) => {
      const refuse = (part: keyof FormField, message: string) =>
        check.addIssue({ code: 'custom', path: ['fields', index, part], message })
      if (hasLooseCondition(field, fields.slice(0, index))) refuse('when', 'condition_loose')
      if (hasOptionTwice(field.options ?? [])) refuse('options', 'option_twice')
      if ((field.least ?? 0) > (field.most ?? Infinity)) refuse('most', 'most_below_least')
    })
  })
export type FormDraft = z.infer<typeof FormDraft>

/** Whether two answers read the same in a language. */
function hasOptionTwice(options: { labels: Record<string, string> }[]): boolean {
  const texts = options.flatMap(({ labels }) =>
    Object.entries(labels).map(([language, text]) => `${language} ${text.toLowerCase()}`),
  )
  return new Set(texts).size < texts.length
}

const Answer = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
/** Answers by field key; what is not answered is not in it. */
export const Answers = z.record(z.string(), Answer)
export type Answers = z.infer<typeof Answers>

/** Answers that were changed; null takes one back. */
export const AnswerChanges = z.record(z.string(), Answer.nullable())
export type AnswerChanges = z.infer<typeof AnswerChanges>

const CheckinFile = z.object({
  id: z.string(),
  field: z.string(),
  kind: z.string(),
  content_type: z.string(),
  bytes: z.number(),
  purged: z.boolean(),
})

/** Reads a check-in out of the database's answer. */
export const CheckinAnswer = z
  .object({
    form_id: z.string(),
    version: z.number(),
    /** What stands above the questions, by language. */
    titles: z.record(z.string(), z.string()),
    fields: z.array(FormField),
    answers: Answers,
    submitted_at: z.string().nullable(),
    /** `held` before the booking is paid, `over` once it fell through. */
    standing: z.enum(['open', 'held', 'handed_over', 'over']),
    /** Whether the customer has written something else since they submitted. */
    changed: z.boolean(),
    files: z.array(CheckinFile),
  })
  .transform(({ form_id, submitted_at, changed, files, ...row }) => ({
    ...row,
    formId: form_id,
    submittedAt: submitted_at,
    isChanged: changed,
    files: files.map(({ content_type, purged, ...file }) => ({
      ...file,
      contentType: content_type,
      isPurged: purged,
    })),
  }))

/** A booking's check-in: what is asked and what was answered. */
export type Checkin = z.infer<typeof CheckinAnswer>
