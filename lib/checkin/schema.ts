import { z } from 'zod'
import { FIELD_KINDS } from '@/lib/checkin/kinds'
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
})
export type FormField = z.infer<typeof FormField>

/** A language of customers, as a form may be for. */
export const FormLanguage = z.enum(SITE_LOCALES)

/** A form as the builder sends it. */
export const FormDraft = z.object({
  id: z.uuid().optional(),
  names: Named,
  categoryIds: z.array(z.uuid()).max(100),
  sources: z.array(z.enum(RESERVATION_SOURCES)),
  languages: z.array(FormLanguage),
  active: z.boolean(),
  fields: z.array(FormField).min(1).max(60),
})
export type FormDraft = z.infer<typeof FormDraft>

const Answer = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
/** Answers by field key; what is not answered is not in it. */
export const Answers = z.record(z.string(), Answer)
export type Answers = z.infer<typeof Answers>

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
    names: z.record(z.string(), z.string()),
    fields: z.array(FormField),
    answers: Answers,
    submitted_at: z.string().nullable(),
    open: z.boolean(),
    files: z.array(CheckinFile),
  })
  .transform(({ form_id, submitted_at, open, files, ...row }) => ({
    ...row,
    formId: form_id,
    submittedAt: submitted_at,
    isOpen: open,
    files: files.map(({ content_type, purged, ...file }) => ({
      ...file,
      contentType: content_type,
      isPurged: purged,
    })),
  }))

/** A booking's check-in: what is asked and what was answered. */
export type Checkin = z.infer<typeof CheckinAnswer>
