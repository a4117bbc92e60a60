import { z } from 'zod'
import type { Refusal } from '@/components/dashboard/action-form'

const Changes = z.array(z.object({ by: z.string().nullable(), fields: z.array(z.string()) }))
const Conflicts = z.array(z.object({ number: z.string().nullable(), customer: z.string().nullable() }))

/** Fields of a reservation that have a word of their own; the rest are "details". */
const FIELDS = ['starts_at', 'ends_at', 'vehicle_id', 'status', 'total_rappen', 'notes'] as const

/** What a refusal says beyond its sentence: who changed what, or who stands in the way. Null when there is no more. */
export function detailOf(error: Refusal, t: (key: string) => string): string | null {
  const changes = Changes.safeParse(error.details?.changes)
  if (changes.success && changes.data.length > 0) {
    return changes.data
      .map(({ by, fields }) => {
        const words = FIELDS.filter((field) => fields.includes(field)).map((field) => t(`fields.${field}`))
        return `${by ?? t('somebody')}: ${words.join(', ') || t('fields.other')}`
      })
      .join(' · ')
  }
  const conflicts = Conflicts.safeParse(error.details?.conflicts)
  if (!conflicts.success) return null
  return conflicts.data
    .map(({ number, customer }) => [number, customer].filter(Boolean).join(' '))
    .join(' · ')
}
