'use client'

import { CircleAlert } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { AnswerProps } from '@/components/checkin/answer-props'
import { FileAnswer } from '@/components/checkin/file-answer'
import { cn } from '@/components/ui/cn'
import { controlStyle } from '@/components/ui/control-style'
import { fieldId } from '@/components/ui/field-id'

/** Answers of so few letters stand beside each other. */
const BRIEF = 4

// Drawing weighs as much as the rest of the form, and few forms ask for it.
const SignatureAnswer = lazy(() => import('@/components/checkin/signature-answer'))

/** One question with the control its kind needs; label above, help beneath, the error in its place. */
export function Answer(props: AnswerProps) {
  const { field, error, words } = props
  const id = fieldId(field.key)
  const note = error ?? field.help
  const isGroup = !['text', 'long_text', 'number', 'date'].includes(field.kind)
  const label = (
    <>
      {field.label}
      {!field.required && <span className="ml-2 font-normal text-muted text-sm">{words.optional}</span>}
    </>
  )
  const body = (
    <>
      <Control {...props} id={id} describedBy={note ? `${id}-note` : undefined} />
      {note && (
        <p
          id={`${id}-note`}
          className={`flex items-start gap-1.5 text-sm ${error ? 'text-overdue-text' : 'text-muted'}`}
        >
          {error && <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />}
          <span className="whitespace-pre-line">{note}</span>
        </p>
      )}
    </>
  )
  if (field.kind === 'consent') return <div className="grid gap-1.5">{body}</div>
  if (!isGroup) {
    return (
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {body}
      </div>
    )
  }
  return (
    <fieldset className="grid min-w-0 gap-1.5" id={id} tabIndex={-1}>
      <legend className="mb-1.5 font-medium">{label}</legend>
      {body}
    </fieldset>
  )
}

function Control(props: AnswerProps & { id: string; describedBy: string | undefined }) {
  const { field, value, change, id, describedBy, error, words } = props
  const shared = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-required': field.required || undefined,
    className: `${controlStyle} h-(--control-height) px-3`,
  }
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'text':
      return (
        <input
          {...shared}
          value={text}
          maxLength={500}
          onChange={({ target }) => change(target.value || undefined)}
        />
      )
    case 'long_text':
      return (
        <textarea
          {...shared}
          className={`${controlStyle} min-h-28 px-3 py-2`}
          value={text}
          maxLength={5_000}
          onChange={({ target }) => change(target.value || undefined)}
        />
      )
    case 'number':
      return (
        <input
          {...shared}
          type="number"
          step="any"
          inputMode="decimal"
          min={field.least ?? 0}
          max={field.most}
          value={typeof value === 'number' ? value : ''}
          onChange={({ target }) =>
            change(Number.isFinite(target.valueAsNumber) ? target.valueAsNumber : undefined)
          }
        />
      )
    case 'date':
      return (
        <input
          {...shared}
          type="date"
          min="1900-01-01"
          max="2200-12-31"
          value={text}
          onChange={({ target }) => change(target.value || undefined)}
        />
      )
    case 'consent':
      return (
        <label className="flex items-start gap-3">
          <input
            id={id}
            type="checkbox"
            checked={value === true}
            aria-describedby={describedBy}
            aria-invalid={error ? true : undefined}
            onChange={({ target }) => change(target.checked || undefined)}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span>{field.label}</span>
        </label>
      )
    case 'choice':
    case 'multi_choice':
      return <Options {...props} />
    case 'signature':
      return (
        <Suspense fallback={<div className="h-44 rounded-lg border bg-sunken" />}>
          <SignatureAnswer {...props} />
        </Suspense>
      )
    default:
      return <FileAnswer {...props} hint={field.kind === 'identity' ? words.photoHint : ''} />
  }
}

function Options({ field, value, change, describedBy }: AnswerProps & { describedBy: string | undefined }) {
  const isMany = field.kind === 'multi_choice'
  const chosen = Array.isArray(value) ? value : value === undefined ? [] : [String(value)]
  const isBrief = field.options.every(({ label }) => label.length <= BRIEF)
  function toggle(key: string, isOn: boolean) {
    if (!isMany) return change(key)
    const next = isOn ? [...chosen, key] : chosen.filter((one) => one !== key)
    change(next.length > 0 ? next : undefined)
  }
  return (
    <div className={cn('grid gap-2', isBrief && 'grid-cols-3')}>
      {field.options.map((option) => (
        <label
          key={option.key}
          className="flex min-h-12 cursor-pointer items-center gap-3 rounded border border-control bg-surface px-3 py-2 has-[:checked]:border-accent-line has-[:checked]:bg-accent-soft"
        >
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={field.key}
            checked={chosen.includes(option.key)}
            aria-describedby={describedBy}
            onChange={({ target }) => toggle(option.key, target.checked)}
            className="size-5 shrink-0 accent-accent"
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
