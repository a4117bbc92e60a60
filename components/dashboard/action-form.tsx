'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import {
  createContext,
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useContext,
} from 'react'
import { toast } from 'sonner'
import { byField } from '@/components/dashboard/by-field'
import { useAnswer } from '@/components/dashboard/use-answer'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionResult } from '@/lib/core/action'

export type FormAction<T = unknown> = (...given: unknown[]) => Promise<ActionResult<T>>

type ActionFormProps<T> = {
  action: FormAction<T>
  submit: string
  /** Beside the submit button: a way back. */
  aside?: ReactNode
  /** The fields' labels, to name them where something is wrong. */
  labels?: Record<string, string>
  /** What is said when it is done; without it the page speaks for itself. */
  done?: string
  onDone?: (data: T) => void
  /** Says something of its own about a refusal; null leaves it to the summary. */
  explain?: (error: Refusal) => ReactNode
  className?: string
  children: ReactNode
}

export type Refusal = Extract<ActionResult<unknown>, { ok: false }>['error']

const FieldErrors = createContext<Record<string, string>>({})

/** What is wrong with a field, in the reader's words. */
export function useFieldError(name: string): string | undefined {
  return useContext(FieldErrors)[name]
}

/** A form whose action answers with what is wrong: nothing typed is lost, every problem stands at its field. */
export function ActionForm<T>({
  action,
  submit,
  aside,
  labels,
  done,
  onDone,
  explain,
  className,
  children,
}: ActionFormProps<T>) {
  const router = useRouter()
  const t = useTranslations('ui.formErrors')
  const answered = useAnswer()
  const [result, run, isPending] = useActionState<ActionResult<T> | null, FormData>(async (_, form) => {
    const answer = byField(await answered(action(form)))
    if (answer.ok) {
      if (done) toast.success(done)
      router.refresh()
      onDone?.(answer.data)
    }
    return answer
  }, null)
  const error = result && !result.ok ? result.error : null
  const explained = error && explain?.(error)

  // React empties a form after its action; submitting by hand keeps what was typed.
  function submitAndKeep(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => run(form))
  }

  return (
    <form action={run} onSubmit={submitAndKeep} noValidate className={cn('grid gap-5', className)}>
      {explained || <FormErrorSummary error={error} {...(labels && { labels })} />}
      {error?.code === 'changed_meanwhile' && (
        <Button className="justify-self-start" onClick={() => window.location.reload()}>
          {t('showPresent')}
        </Button>
      )}
      <FieldErrors value={error?.fields ?? {}}>{children}</FieldErrors>
      <div className="flex items-center gap-2">
        <SubmitButton loading={isPending}>{submit}</SubmitButton>
        {aside}
      </div>
    </form>
  )
}
