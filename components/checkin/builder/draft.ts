import { type FieldKind, isChoice } from '@/lib/checkin/kinds'
import type { FormField } from '@/lib/checkin/schema'

export const LANGUAGES = ['de', 'fr', 'it', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A form while it is being written. */
export type Draft = {
  id?: string
  names: Record<string, string>
  categoryIds: string[]
  active: boolean
  fields: FormField[]
}

/** A key nobody has: answers are kept by it, so it never follows the label. */
function newKey(start: string): string {
  return `${start}${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
}

export function newOption(): NonNullable<FormField['options']>[number] {
  return { key: newKey('o'), labels: {} }
}

export function newField(): FormField {
  return { key: newKey('q'), kind: 'text', labels: {}, required: false }
}

/** The field as another kind: options come and go with kinds that have some. */
export function asKind(field: FormField, kind: FieldKind): FormField {
  const { options, ...rest } = field
  return isChoice(kind)
    ? { ...rest, kind, options: options ?? [newOption(), newOption()] }
    : { ...rest, kind }
}

/** The fields with one moved by a place; a condition on what now comes later is dropped. */
export function moved(fields: FormField[], index: number, by: -1 | 1): FormField[] {
  const next = [...fields]
  const [field] = next.splice(index, 1)
  if (field) next.splice(index + by, 0, field)
  return withoutLooseConditions(next)
}

/** Drops conditions on fields that are gone, stand later, or have lost the answer. */
export function withoutLooseConditions(fields: FormField[]): FormField[] {
  return fields.map((field, index) => {
    const { when, ...rest } = field
    if (!when) return field
    const isThere = conditions(fields.slice(0, index), 'de').some(
      (one) => one.field === when.field && one.is === when.is,
    )
    return isThere ? field : rest
  })
}

/** What a later question may depend on: each answer of earlier choices, and consents. */
export function conditions(
  before: FormField[],
  language: string,
): { field: string; is: string; label: string }[] {
  const label = (texts: Record<string, string>) =>
    texts[language] ?? texts.de ?? Object.values(texts)[0] ?? '…'
  return before.flatMap(({ key, kind, labels, options }) => {
    if (kind === 'consent') return [{ field: key, is: 'true', label: label(labels) }]
    return (options ?? []).map((option) => ({
      field: key,
      is: option.key,
      label: `${label(labels)} = ${label(option.labels)}`,
    }))
  })
}
