import { type FieldKind, possibleAnswers } from '@/lib/checkin/kinds'

/** Answers by field key; what is not answered is not in it. */
export type GivenAnswers = Record<string, string | number | boolean | string[]>

type Conditional = { key: string; when?: { field: string; is: string } | undefined }

/**
 * The fields that are asked, given the answers so far: one that is not asked itself has no say in those after it. The database decides the same
 * when the form is submitted.
 */
export function askedFields<F extends Conditional>(fields: F[], answers: GivenAnswers): F[] {
  const asked = new Set<string>()
  return fields.filter(({ key, when }) => {
    const answer = when && asked.has(when.field) ? answers[when.field] : undefined
    const isMet =
      !when || (Array.isArray(answer) ? answer.includes(when.is) : String(answer ?? '') === when.is)
    if (isMet) asked.add(key)
    return isMet
  })
}

type Question = Conditional & { kind: FieldKind; options?: { key: string }[] | undefined }

/** Whether a question hangs on an answer that no question before it offers. */
export function hasLooseCondition({ when }: Question, before: Question[]): boolean {
  if (!when) return false
  const asked = before.find(({ key }) => key === when.field)
  return !asked || !possibleAnswers(asked).includes(when.is)
}
