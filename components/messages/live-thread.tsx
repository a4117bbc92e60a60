'use client'

import { useRefreshing } from '@/components/ui/use-refreshing'

const QUICK_SECONDS = 3
const SLOW_SECONDS = 15
/** What has just been sent moves on within seconds; what does not is tried for an hour, and need not be asked for so often. */
const QUICK_ROUNDS = 40

/** Reads an open conversation anew while somebody looks at it. */
export function LiveThread({ isWaiting }: { isWaiting: boolean }) {
  useRefreshing({ seconds: QUICK_SECONDS, rounds: isWaiting ? QUICK_ROUNDS : 0, afterwards: SLOW_SECONDS })
  return null
}
