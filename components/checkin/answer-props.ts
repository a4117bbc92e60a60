import type { CheckinWords } from '@/components/checkin/words'
import type { GivenAnswers } from '@/lib/checkin/rules'
import type { FieldView, Written } from '@/lib/checkin/view'

/** A file that was given. */
export type FormFile = Written['files'][number]

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
  /** Hands over how to take what is drawn and not taken yet; null once there is nothing. */
  hold: (take: (() => Promise<void>) | null) => void
}
