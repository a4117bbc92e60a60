'use client'

import {
  createContext,
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useContext,
} from 'react'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionResult } from '@/lib/core/action'

type AuthFormProps = {
  action: (...given: unknown[]) => Promise<ActionResult<unknown>>
  submit: string
  /** The fields' labels, to name them where something is wrong. */
  labels?: Record<string, string>
  children?: ReactNode
}

const FieldErrors = createContext<Record<string, string>>({})

/** What is wrong with a field, in the reader's words. */
export function useFieldError(name: string): string | undefined {
  return useContext(FieldErrors)[name]
}

/** A form whose action answers with what is wrong. It works before scripts have loaded; with them, nothing typed is lost. */
export function AuthForm({ action, submit, labels, children }: AuthFormProps) {
  const [result, run, pending] = useActionState<ActionResult<unknown> | null, FormData>(
    (_, form) => action(form),
    null,
  )
  const error = result && !result.ok ? result.error : null

  // React empties a form after its action; submitting by hand keeps what was typed.
  function submitAndKeep(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => run(form))
  }

  return (
    <form action={run} onSubmit={submitAndKeep} noValidate className="grid gap-4">
      <FormErrorSummary error={error} {...(labels && { labels })} />
      <FieldErrors value={error?.fields ?? {}}>{children}</FieldErrors>
      <SubmitButton size="lg" loading={pending}>
        {submit}
      </SubmitButton>
    </form>
  )
}
