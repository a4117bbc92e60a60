import { newKey, type Written } from '@/components/customer-texts/draft'
import { type FieldKind, isChoice } from '@/lib/checkin/kinds'
import type { FormDraft, FormField } from '@/lib/checkin/schema'

/** A form while it is being written. */
export type Draft = Written & Pick<FormDraft, 'fields' | 'sources' | 'languages'>

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
