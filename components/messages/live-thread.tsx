'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const PACE_MS = 15_000
/** What has just been sent moves on within seconds. */
const WAITING_PACE_MS = 3_000

/** Reads an open conversation anew while somebody looks at it. */
export function LiveThread({ isWaiting }: { isWaiting: boolean }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(
      () => document.visibilityState === 'visible' && router.refresh(),
      isWaiting ? WAITING_PACE_MS : PACE_MS,
    )
    return () => clearInterval(timer)
  }, [router, isWaiting])
  return null
}
