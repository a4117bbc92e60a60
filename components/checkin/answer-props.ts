import type { CheckinWords } from '@/components/checkin/words'
import type { GivenAnswers } from '@/lib/checkin/rules'
import type { FieldView } from '@/lib/checkin/view'

/** A file that was given. */
export type FormFile = { id: string; field: string; contentType: string; bytes: number }

/** What a question and the control of its kind need. */
export type AnswerProps = {
  field: FieldView
  value: GivenAnswers[string] | undefined
  files: FormFile[]
  error: string | undefined
  words: CheckinWords
  /** Where files go; without one this is a preview. */
  filesPath: string | undefined
  change: (value: GivenAnswers[string] | undefined) => void
  changeFiles: (files: FormFile[]) => void
}
