import { z } from 'zod'

const texts = (most: number) =>
  z
    .record(z.enum(['de', 'fr', 'it', 'en']), z.string().trim().max(most).optional())
    .transform(
      (given) =>
        Object.fromEntries(Object.entries(given).filter(([, text]) => text)) as Record<string, string>,
    )
    .refine((given) => Object.keys(given).length > 0, 'required')

/** One section of a guide; texts are Markdown. */
export const GuideSection = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  titles: texts(200),
  texts: texts(10_000),
  photo_ids: z.array(z.uuid()).max(12),
  video_url: z
    .string()
    .regex(/^https:\/\/[^\s<>"]{3,500}$/, 'web_address')
    .optional(),
  /** Told only to who has paid. */
  paid: z.boolean(),
  /** Told from so many hours before pickup. */
  hours_before: z.int().min(0).max(9_999).optional(),
})
export type GuideSection = z.infer<typeof GuideSection>

/** A guide as the editor sends it. */
export const GuideDraft = z.object({
  id: z.uuid().optional(),
  names: texts(120),
  categoryIds: z.array(z.uuid()).max(100),
  active: z.boolean(),
  sections: z.array(GuideSection).min(1).max(40),
})
export type GuideDraft = z.infer<typeof GuideDraft>

const Names = z.record(z.string(), z.string())

/** Reads a guide as its customer may see it now. */
export const GuideAnswer = z
  .object({
    names: Names,
    key_box: z
      .object({ code: z.string(), instructions: z.string().nullable(), place: z.string() })
      .nullable(),
    sections: z.array(
      z.object({
        key: z.string(),
        titles: Names,
        texts: Names,
        photo_ids: z.array(z.string()),
        video_url: z.string().optional(),
      }),
    ),
    later: z.array(
      z.object({
        key: z.string(),
        titles: Names,
        opens_at: z.coerce.date().nullable(),
        paid: z.boolean(),
      }),
    ),
  })
  .transform((row) => ({
    names: row.names,
    keyBox: row.key_box,
    sections: row.sections.map(({ photo_ids, video_url, ...section }) => ({
      ...section,
      photoIds: photo_ids,
      videoUrl: video_url ?? null,
    })),
    later: row.later.map(({ opens_at, paid, ...section }) => ({
      ...section,
      opensAt: opens_at,
      waitsForPayment: paid,
    })),
  }))
export type Guide = z.infer<typeof GuideAnswer>
