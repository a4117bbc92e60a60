import type { FieldKind } from '@/lib/checkin/kinds'
import type { Answers, Checkin, FormField } from '@/lib/checkin/schema'
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
  least: number | undefined
  most: number | undefined
}

/** What the customer has written so far, as the form in the browser keeps it. */
export type Written = {
  answers: Answers
  files: { id: string; field: string; contentType: string; bytes: number }[]
}

/** The answers and files of a check-in that is being written. */
export function writtenOf({ answers, files }: Checkin): Written {
  return {
    answers,
    files: files
      .filter(({ isPurged }) => !isPurged)
      .map(({ id, field, contentType, bytes }) => ({ id, field, contentType, bytes })),
  }
}

/** The questions in a language; where a text is missing in it, in another one. */
export function fieldViews(fields: FormField[], locale: string): FieldView[] {
  return fields.map(({ key, kind, labels, help, required, options, when, least, most }) => ({
    key,
    kind,
    label: labelOf(labels, locale),
    help: labelOf(help, locale),
    required,
    options: (options ?? []).map((option) => ({ key: option.key, label: labelOf(option.labels, locale) })),
    ...(when && { when }),
    least,
    most,
  }))
}
