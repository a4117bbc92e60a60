'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

type HoldCountdownProps = {
  expiresAt: string
  /** The server's clock when the page was made: a phone's own may be wrong. */
  now: string
  /** "Reserved until 14:45" */
  until: string
  /** What stands before the time that is left. */
  left: string
}

/** How long the vehicle is still held. Counts quietly: a reader for the blind hears the time once, not every second. */
export function HoldCountdown({ expiresAt, now, until, left }: HoldCountdownProps) {
  const router = useRouter()
  const atFirst = Date.parse(expiresAt) - Date.parse(now)
  const [rest, setRest] = useState(atFirst)

  useEffect(() => {
    const begun = performance.now()
    const timer = setInterval(() => {
      const remaining = atFirst - (performance.now() - begun)
      setRest(Math.max(0, remaining))
      if (remaining > 0) return
      clearInterval(timer)
      router.refresh()
    }, 1_000)
    return () => clearInterval(timer)
  }, [atFirst, router])

  const seconds = Math.ceil(rest / 1_000)
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <p className="tabular flex flex-wrap items-baseline justify-between gap-x-4 rounded border border-maintenance/50 bg-maintenance-soft px-4 py-2.5 text-maintenance-text">
      <span className="font-medium">{until}</span>
      <span aria-hidden="true">{`${left} ${clock}`}</span>
    </p>
  )
}
