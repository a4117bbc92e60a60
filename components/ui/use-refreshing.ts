import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useTransition } from 'react'

/** So many rounds at a pace in seconds, and the slower pace after them, if any. */
type Pace = { seconds: number; rounds: number; afterwards?: number }

/**
 * Reads the page anew again and again while the tab is seen. A round is left out while the answer of the one before is on its way, so that a slow machine
 * shows that one instead of asking once more.
 */
export function useRefreshing({ seconds, rounds, afterwards }: Pace) {
  const router = useRouter()
  const [isUnderWay, startRefresh] = useTransition()
  const refresh = useEffectEvent(() => {
    // Without network Next would load the page instead, and lose it.
    if (!isUnderWay && document.visibilityState === 'visible' && navigator.onLine)
      startRefresh(router.refresh)
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    function plan(round: number) {
      const pause = round <= rounds ? seconds : afterwards
      if (pause === undefined) return
      timer = setTimeout(() => {
        refresh()
        plan(round + 1)
      }, pause * 1_000)
    }
    plan(1)
    return () => clearTimeout(timer)
  }, [seconds, rounds, afterwards])
}
