'use client'

import { type ComponentProps, type ReactNode, useActionState, useEffect, useRef } from 'react'
import { Line } from '@/components/booking-site/details-form/line'
import { buttonStyle } from '@/components/ui/button-style'
import { fieldId } from '@/components/ui/field-id'
import type { ActionResult } from '@/lib/core/action'

const FIELDS = ['firstName', 'lastName', 'email', 'phone'] as const
type Field = (typeof FIELDS)[number]

type WaitingFormProps = {
  action: (...given: unknown[]) => Promise<ActionResult<never>>
  /** What is waited for, sent along as it is. */
  wish: Record<string, string | string[]>
  words: Record<Field, string> & { emailHelp: string; phoneHelp: string; consent: ReactNode; submit: string }
}

type State = { values: Record<string, string>; error?: Extract<ActionResult<never>, { ok: false }>['error'] }

/** Asks how somebody can be reached. Works without JavaScript; whatever is refused, nothing entered is lost. */
export function WaitingForm({ action, wish, words }: WaitingFormProps) {
  const [{ values, error }, send, isSending] = useActionState<State, FormData>(
    async (_, form) => {
      const answer = await action(form)
      const entered = Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name) ?? '')]))
      return answer.ok ? { values: entered } : { values: entered, error: answer.error }
    },
    { values: {} },
  )
  const refusal = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) refusal.current?.focus()
  }, [error])
  const fields = error?.fields ?? {}
  const line = (name: Field, input: ComponentProps<'input'>, help?: string) => (
    <Line name={name} label={words[name]} help={help} error={fields[name]}>
      {(control) => <input {...control} {...input} required defaultValue={values[name]} />}
    </Line>
  )
  return (
    <form action={send} className="grid gap-4">
      {error && (
        <div
          ref={refusal}
          tabIndex={-1}
          role="alert"
          className="grid gap-1 rounded border border-overdue/40 bg-overdue-soft px-3 py-2.5 text-overdue-text text-sm"
        >
          <p className="font-medium">{error.message}</p>
          {FIELDS.filter((name) => fields[name]).map((name) => (
            <a key={name} href={`#${fieldId(name)}`} className="underline underline-offset-4">
              {words[name]}: {fields[name]}
            </a>
          ))}
        </div>
      )}
      {Object.entries(wish).flatMap(([name, values]) =>
        [values]
          .flat()
          .map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {line('firstName', { autoComplete: 'given-name', maxLength: 80 })}
        {line('lastName', { autoComplete: 'family-name', maxLength: 80 })}
      </div>
      {line('email', { type: 'email', autoComplete: 'email', maxLength: 254 }, words.emailHelp)}
      {line('phone', { type: 'tel', autoComplete: 'tel', maxLength: 40 }, words.phoneHelp)}
      <label className="flex items-start gap-3">
        <input
          type="checkbox"
          name="acceptsMessages"
          required
          aria-invalid={fields.acceptsMessages ? true : undefined}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span>{words.consent}</span>
      </label>
      <button
        type="submit"
        disabled={isSending}
        aria-busy={isSending || undefined}
        className={buttonStyle({ variant: 'primary', size: 'xl' })}
      >
        {words.submit}
      </button>
    </form>
  )
}
