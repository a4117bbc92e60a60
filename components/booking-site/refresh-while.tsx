'use client'

import { useRefreshing } from '@/components/ui/use-refreshing'

/** Asked this often at the given pace; then only every half minute, for a tab that was left open. */
const QUICK_ROUNDS = 45
const SLOW_SECONDS = 30

/** Reads the page anew while it stands on it and the tab is seen; a page in its final state does not contain it. */
export function RefreshWhile({ seconds }: { seconds: number }) {
  useRefreshing({ seconds, rounds: QUICK_ROUNDS, afterwards: SLOW_SECONDS })
  return null
}
