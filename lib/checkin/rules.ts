import type { FieldView } from '@/lib/checkin/view'

/** Answers by field key; what is not answered is not in it. */
export type GivenAnswers = Record<string, string | number | boolean | string[]>

/** Whether a field is asked, given the answers so far; the database decides the same when the form is sent. */
export function isAsked({ when }: Pick<FieldView, 'when'>, answers: GivenAnswers): boolean {
  if (!when) return true
  const answer = answers[when.field]
  return Array.isArray(answer) ? answer.includes(when.is) : String(answer ?? '') === when.is
}

/** The required fields that are asked and have neither answer nor file, in their order. */
export function missingFields(
  fields: FieldView[],
  answers: GivenAnswers,
  withFile: ReadonlySet<string>,
): FieldView[] {
  return fields.filter(
    (field) =>
      field.required &&
      isAsked(field, answers) &&
      answers[field.key] === undefined &&
      !withFile.has(field.key),
  )
}
