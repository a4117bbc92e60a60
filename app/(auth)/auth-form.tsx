'use client'

import { useTranslations } from 'next-intl'
import { createContext, type FormEvent, type ReactNode, startTransition, useActionState, useContext } from 'react'
import type { ActionResult } from '@/lib/core/action'

type Action = (...given: unknown[]) => Promise<ActionResult<unknown>>

const FieldErrors = createContext<Record<string, string>>({})

/** What is wrong with a field, in the reader's words. */
export function useFieldError(name: string): string | undefined {
  return useContext(FieldErrors)[name]
}

/** A form whose action answers with what is wrong. It works before scripts have loaded; with them, nothing typed is lost. */
export function AuthForm({ action, submit, children }: { action: Action; submit: string; children?: ReactNode }) {
  const t = useTranslations('auth')
  const [result, run, pending] = useActionState<ActionResult<unknown> | null, FormData>(
    (_, form) => action(form),
    null,
  )
  const problem = result && !result.ok ? result.error : undefined

  // React empties a form after its action; submitting by hand keeps what was typed.
  function submitAndKeep(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => run(form))
  }

  return (
    <form action={run} onSubmit={submitAndKeep} className="flex flex-col gap-4">
      {problem && (
        <div role="alert" className="rounded-md border border-danger px-3 py-2 text-sm">
          <p>{problem.message}</p>
          {problem.code === 'internal' && <p className="text-muted">{t('requestId', { id: problem.requestId })}</p>}
        </div>
      )}
      <FieldErrors value={problem?.fields ?? {}}>{children}</FieldErrors>
      <button type="submit" disabled={pending} className="button-primary">
        {submit}
      </button>
    </form>
  )
}
