'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Answer } from '@/components/checkin/answer'
import { useWritten } from '@/components/checkin/use-written'
import type { CheckinWords } from '@/components/checkin/words'
import { buttonStyle } from '@/components/ui/button-style'
import { fieldId } from '@/components/ui/field-id'
import { askedFields } from '@/lib/checkin/rules'
import type { FieldView, Written } from '@/lib/checkin/view'

type CheckinFormProps = {
  fields: FieldView[]
  written: Written
  isSubmitted: boolean
  words: CheckinWords
  /** The portal's address; without one this is a preview. */
  portal?: string
}

/** The company's questions. What is entered is kept a moment later, so that it can be gone on with on another day or device. */
export function CheckinForm({ fields, isSubmitted, words, portal, ...given }: CheckinFormProps) {
  const { answers, files, errors, state, problem, change, changeFiles, submit } = useWritten(
    portal,
    given.written,
    words,
  )
  const [isSending, setSending] = useState(false)
  // Drawn and not taken over yet: counts as soon as the form is sent.
  const drawn = useRef(new Map<string, () => Promise<void>>())
  const asked = askedFields(fields, answers)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setSending(true)
    for (const { key } of asked) await drawn.current.get(key)?.()
    const wrong = await submit()
    setSending(false)
    const first = asked.find(({ key }) => wrong.includes(key))
    if (first) show(first.key)
  }

  const note = problem || (state === 'saved' && isSubmitted ? words.savedChange : state && words[state])
  return (
    <form noValidate onSubmit={send} className="grid gap-6">
      {asked.map((field) => (
        <Answer
          key={field.key}
          field={field}
          value={answers[field.key]}
          files={files.filter((file) => file.field === field.key)}
          error={errors[field.key]}
          words={words}
          filesPath={portal && `${portal}/checkin/files`}
          change={(value) => change(field.key, value)}
          changeFiles={(own) => changeFiles(field.key, own)}
          hold={(take) => (take ? drawn.current.set(field.key, take) : drawn.current.delete(field.key))}
        />
      ))}
      <div className="grid gap-2">
        <button
          type="submit"
          disabled={isSending || !portal}
          aria-busy={isSending || undefined}
          className={buttonStyle({ variant: 'primary', size: 'xl' })}
        >
          {isSubmitted ? words.submitAgain : words.submit}
        </button>
        <p
          role="status"
          className={problem || state === 'notSaved' ? 'text-overdue-text text-sm' : 'text-muted text-sm'}
        >
          {note}
        </p>
      </div>
    </form>
  )
}

function show(key: string) {
  const target = document.getElementById(fieldId(key))
  target?.scrollIntoView({ block: 'center' })
  target?.focus()
}
