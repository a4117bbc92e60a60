'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'

const AGAIN_AFTER_MS = 60_000

const Unread = createContext(0)

/** Knows how many conversations wait to be read: as the page said, then asked anew on every page and once a minute while somebody looks. */
export function UnreadProvider({ initial, children }: { initial: number | null; children: ReactNode }) {
  const pathname = usePathname()
  const [count, setCount] = useState(initial ?? 0)
  const knownAt = useRef(pathname)
  const mayAsk = initial !== null

  useEffect(() => setCount(initial ?? 0), [initial])

  useEffect(() => {
    if (!mayAsk) return
    const leave = new AbortController()
    async function ask() {
      if (document.visibilityState !== 'visible') return
      const answer = await fetch('/api/messages/unread', { signal: leave.signal }).catch(() => null)
      // Whoever is logged out or offline learns it elsewhere; the number stays.
      if (answer?.ok) setCount(((await answer.json()) as { data: number }).data)
    }
    if (knownAt.current !== pathname) {
      knownAt.current = pathname
      void ask()
    }
    const timer = setInterval(ask, AGAIN_AFTER_MS)
    return () => {
      leave.abort()
      clearInterval(timer)
    }
  }, [pathname, mayAsk])

  return <Unread value={count}>{children}</Unread>
}

/** How many conversations wait, as a round number beside a place's name; nothing where none does. */
export function UnreadCount() {
  const t = useTranslations('shell')
  const count = useContext(Unread)
  if (count === 0) return null
  return (
    <span className="tabular ml-auto min-w-5 rounded-full bg-accent px-1.5 text-center font-medium text-accent-ink text-xs">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="sr-only">, {t('unread', { count })}</span>
    </span>
  )
}
