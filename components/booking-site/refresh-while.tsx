'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asked this often at the given pace; then only every half minute, for a tab that was left open. */
const QUICK_ROUNDS = 45
const SLOW_SECONDS = 30

/** Reads the page anew while it stands on it and the tab is seen; a page in its final state does not contain it. */
export function RefreshWhile({ seconds }: { seconds: number }) {
  const router = useRouter()
  useEffect(() => {
    let rounds = 0
    let timer: ReturnType<typeof setTimeout>
    function again() {
      rounds += 1
      // Without network Next would load the page instead, and lose it.
      if (document.visibilityState === 'visible' && navigator.onLine) router.refresh()
      timer = setTimeout(again, (rounds < QUICK_ROUNDS ? seconds : SLOW_SECONDS) * 1_000)
    }
    timer = setTimeout(again, seconds * 1_000)
    return () => clearTimeout(timer)
  }, [router, seconds])
  return null
}
