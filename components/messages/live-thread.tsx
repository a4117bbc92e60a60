'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const TICK_MS = 3_000
/** What has just been sent moves on within seconds; what does not is tried for an hour, and need not be asked for so often. */
const QUICK_TICKS = 40
const SLOW_EVERY = 5

/** Reads an open conversation anew while somebody looks at it. */
export function LiveThread({ isWaiting }: { isWaiting: boolean }) {
  const router = useRouter()
  useEffect(() => {
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
      const isTime = (isWaiting && ticks <= QUICK_TICKS) || ticks % SLOW_EVERY === 0
      if (isTime && document.visibilityState === 'visible') router.refresh()
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [router, isWaiting])
  return null
}
