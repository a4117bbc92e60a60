import type { FieldKind } from '@/lib/checkin/kinds'
import type { FormField } from '@/lib/checkin/schema'
import { labelOf } from '@/lib/core/labels'

/** A question in the reader's language: what the form in the browser needs, and no more. */
export type FieldView = {
  key: string
  kind: FieldKind
  label: string
  help: string
  required: boolean
  options: { key: string; label: string }[]
  when?: { field: string; is: string }
}

/** The questions in a language; where a text is missing in it, in another one. */
export function fieldViews(fields: FormField[], locale: string): FieldView[] {
  return fields.map(({ key, kind, labels, help, required, options, when }) => ({
    key,
    kind,
    label: labelOf(labels, locale),
    help: labelOf(help, locale),
    required,
    options: (options ?? []).map((option) => ({ key: option.key, label: labelOf(option.labels, locale) })),
    ...(when && { when }),
  }))
}
