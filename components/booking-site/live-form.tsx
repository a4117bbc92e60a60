'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react'

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

  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const watched = form.current
    if (!live || !watched) return
    function refresh({ target }: Event) {
      // Half a code is none: what is typed is sent with Enter or its button.
      if (!watched || (target as HTMLInputElement).type === 'text') return
      const address = `${action}?${queryOf(watched)}`
      startTransition(() => router.replace(address, { scroll: false }))
    }
    // The browser's own event, which a day field sends for its hidden value as well.
    watched.addEventListener('change', refresh)
    return () => watched.removeEventListener('change', refresh)
  }, [live, action, router])

  return (
    <form
      ref={form}
      action={action}
      className={className}
      data-pending={pending || undefined}
      aria-busy={pending || undefined}
      onSubmit={follow}
    >
      {children}
    </form>
  )
}
