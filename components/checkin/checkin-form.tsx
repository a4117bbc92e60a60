'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Answer } from '@/components/checkin/answer'
import type { FormFile } from '@/components/checkin/answer-props'
import type { CheckinWords } from '@/components/checkin/words'
import { buttonStyle } from '@/components/ui/button-style'
import { fieldId } from '@/components/ui/field-id'
import { type GivenAnswers, isAsked, missingFields } from '@/lib/checkin/rules'
import type { FieldView } from '@/lib/checkin/view'

/** What saving answers: done, or why not and at which field. */
export type SaveReply = { ok: true } | { ok: false; message: string; field?: string }

type CheckinFormProps = {
  fields: FieldView[]
  answers: GivenAnswers
  files: FormFile[]
  isSubmitted: boolean
  words: CheckinWords
  /** Where files go; without one this is a preview. */
  filesPath?: string
  save: (answers: GivenAnswers, submit: boolean) => Promise<SaveReply>
}

const PAUSE_MS = 900

/** The company's questions. What is entered is kept a moment later, so that it can be gone on with on another day or device. */
export function CheckinForm({ fields, isSubmitted, words, filesPath, save, ...given }: CheckinFormProps) {
  const [answers, setAnswers] = useState(given.answers)
  const [files, setFiles] = useState(given.files)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [state, setState] = useState<'saved' | 'saving' | 'notSaved' | null>(null)
  const [isSending, setSending] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  function change(key: string, value: GivenAnswers[string] | undefined) {
    const { [key]: _, ...rest } = answers
    const next = value === undefined ? rest : { ...rest, [key]: value }
    setAnswers(next)
    forgive(key)
    clearTimeout(timer.current)
    setState('saving')
    timer.current = setTimeout(() => keep(next), PAUSE_MS)
  }

  async function keep(next: GivenAnswers) {
    const reply = await save(next, false).catch(() => null)
    setState(reply?.ok ? 'saved' : 'notSaved')
    if (reply && !reply.ok && reply.field) setErrors({ [reply.field]: reply.message })
  }

  function forgive(key: string) {
    setErrors(({ [key]: _, ...rest }) => rest)
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    clearTimeout(timer.current)
    const missing = missingFields(fields, answers, new Set(files.map(({ field }) => field)))
    setErrors(Object.fromEntries(missing.map(({ key }) => [key, words.missing])))
    if (missing[0]) return show(missing[0].key)
    setSending(true)
    const reply = await save(answers, true).catch(() => ({ ok: false as const, message: words.notSaved }))
    setSending(false)
    if (reply.ok) return
    setState('notSaved')
    if ('field' in reply && reply.field) {
      setErrors({ [reply.field]: reply.message })
      show(reply.field)
    }
  }

  return (
    <form noValidate onSubmit={send} className="grid gap-6">
      {fields
        .filter((field) => isAsked(field, answers))
        .map((field) => (
          <Answer
            key={field.key}
            field={field}
            value={answers[field.key]}
            files={files.filter((file) => file.field === field.key)}
            error={errors[field.key]}
            words={words}
            filesPath={filesPath}
            change={(value) => change(field.key, value)}
            changeFiles={(own) => {
              forgive(field.key)
              setFiles((all) => [...all.filter((file) => file.field !== field.key), ...own])
            }}
          />
        ))}
      <div className="grid gap-2">
        <button
          type="submit"
          disabled={isSending || !filesPath}
          aria-busy={isSending || undefined}
          className={buttonStyle({ variant: 'primary', size: 'xl' })}
        >
          {isSubmitted ? words.submitAgain : words.submit}
        </button>
        <p
          role="status"
          className={state === 'notSaved' ? 'text-overdue-text text-sm' : 'text-muted text-sm'}
        >
          {state && words[state]}
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
