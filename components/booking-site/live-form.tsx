'use client'

import { useRouter } from 'next/navigation'
import { type ChangeEvent, type FormEvent, type ReactNode, useTransition } from 'react'

type LiveFormProps = {
  /** The page that answers the form's query; without JavaScript the browser goes there by itself. */
  action: string
  /** Shows every change at once, in the address too. */
  live?: boolean
  className?: string
  children: ReactNode
}

/** The form's query, without what is empty or zero: addresses stay short enough to be shared. */
function queryOf(form: HTMLFormElement): string {
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)] as [string, string])
  return new URLSearchParams(entries.filter(([, value]) => value !== '' && value !== '0')).toString()
}

/**
 * A plain GET form whose answer comes without a reload. What stands in it changes only when the answer is there;
 * until then `data-pending` lets the page show that it is on its way.
 */
export function LiveForm({ action, live, className, children }: LiveFormProps) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()

  function follow(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const path = submitter?.getAttribute('formaction') ?? action
    const address = `${path}?${queryOf(event.currentTarget)}`
    startTransition(() => router.push(address))
  }

  function refresh(event: ChangeEvent<HTMLFormElement>) {
    // Half a code is none: what is typed is sent with Enter or its button.
    if ((event.target as unknown as HTMLInputElement).type === 'text') return
    const address = `${action}?${queryOf(event.currentTarget)}`
    startTransition(() => router.replace(address, { scroll: false }))
  }

  return (
    <form
      action={action}
      className={className}
      data-pending={pending || undefined}
      aria-busy={pending || undefined}
      onSubmit={follow}
      onChange={live ? refresh : undefined}
    >
      {children}
    </form>
  )
}
