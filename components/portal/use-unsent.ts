import { useEffect, useState } from 'react'
import { isReachable } from '@/components/portal/use-reached'

/**
 * The form of the page that could not be sent for want of a network, with all that was typed still in it. Without JavaScript the browser sends
 * forms as ever.
 */
export function useUnsent(): HTMLFormElement | null {
  const [unsent, setUnsent] = useState<HTMLFormElement | null>(null)
  useEffect(() => {
    let isLetThrough = false
    function hold(event: SubmitEvent) {
      const form = event.target as HTMLFormElement
      if (isLetThrough || !form.closest('main')) return
      event.preventDefault()
      // React, which would send it, listens further in.
      event.stopPropagation()
      if (form.ariaBusy) return
      form.ariaBusy = 'true'
      setUnsent(null)
      send(form, () => letThrough(form, event.submitter))
        .catch(() => setUnsent(form))
        .finally(() => {
          form.ariaBusy = null
        })
    }
    function letThrough(form: HTMLFormElement, submitter: HTMLElement | null) {
      isLetThrough = true
      form.requestSubmit(submitter)
      isLetThrough = false
    }
    window.addEventListener('submit', hold, true)
    return () => window.removeEventListener('submit', hold, true)
  }, [])
  return unsent
}

/** Sends a form that names its own address, and goes where the answer leads; any other goes on once the site is reached. */
async function send(form: HTMLFormElement, goOn: () => void): Promise<void> {
  const address = form.method === 'post' ? form.getAttribute('action') : null
  if (!address?.startsWith('/')) {
    if (!(await isReachable())) throw new Error('unreachable')
    return goOn()
  }
  const answer = await fetch(address, { method: 'POST', body: new FormData(form) })
  if (answer.redirected) window.location.assign(answer.url)
  // A fault is shown as the browser shows it; what was sent once is not taken twice.
  else form.submit()
}
