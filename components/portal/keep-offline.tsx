'use client'

import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useReached } from '@/components/portal/use-reached'
import { useUnsent } from '@/components/portal/use-unsent'

type KeepOfflineProps = {
  /** Under this address, the private link, everything may be kept. */
  scope: string
  /** The pages that are: the booking itself, its guide, and what stands in for the others. */
  pages: string[]
  /** Said while there is no network. */
  note: string
  /** Said in a form that could not be sent without one. */
  unsentNote: string
}

/**
 * Keeps the booking and its guide on the phone, so that they open in the underground car park too; without network it says so, and no form of the
 * page loses what was typed.
 */
export function KeepOffline({ scope, pages, note, unsentNote }: KeepOfflineProps) {
  const wanted = pages.join(' ')
  useEffect(() => {
    async function keep() {
      await navigator.serviceWorker.register('/portal-worker.js', { scope })
      const { active } = await navigator.serviceWorker.ready
      active?.postMessage({ keep: wanted.split(' ') })
    }
    // Not allowed to keep anything, as in a private window: the pages still read with a connection.
    if ('serviceWorker' in navigator) keep().catch(() => undefined)
  }, [scope, wanted])
  const isReached = useReached()
  const unsent = useUnsent()
  return (
    <>
      <p role="status" className="text-muted text-sm empty:hidden">
        {isReached ? null : note}
      </p>
      {unsent &&
        createPortal(
          <p role="alert" className="basis-full pt-2 text-overdue-text text-sm">
            {unsentNote}
          </p>,
          unsent,
        )}
    </>
  )
}
