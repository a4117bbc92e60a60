import { newKey, type Written } from '@/components/customer-texts/draft'
import { type FieldKind, isChoice, possibleAnswers } from '@/lib/checkin/kinds'
import type { FormDraft, FormField } from '@/lib/checkin/schema'

/** A form while it is being written. */
export type Draft = Written & Pick<FormDraft, 'titles' | 'fields' | 'sources' | 'languages'>

export function newOption(): NonNullable<FormField['options']>[number] {
  return { key: newKey('o'), labels: {} }
}

export function newField(): FormField {
  return { key: newKey('q'), kind: 'text', labels: {}, required: false }
}

/** The field as another kind: options and bounds come and go with kinds that have some. */
export function asKind(field: FormField, kind: FieldKind): FormField {
  const { options, least: _, most: __, ...rest } = field
  return isChoice(kind)
    ? { ...rest, kind, options: options ?? [newOption(), newOption()] }
    : { ...rest, kind }
}

/** What a later question may depend on: each answer of earlier choices, and consents. */
export function conditions(
  before: FormField[],
  language: string,
): { field: string; is: string; label: string }[] {
  const label = (texts: Record<string, string>) =>
    texts[language] ?? texts.de ?? Object.values(texts)[0] ?? '…'
  return before.flatMap((field) =>
    possibleAnswers(field).map((is) => {
      const option = field.options?.find(({ key }) => key === is)
      const text = label(field.labels)
      return { field: field.key, is, label: option ? `${text} = ${label(option.labels)}` : text }
    }),
  )
}
