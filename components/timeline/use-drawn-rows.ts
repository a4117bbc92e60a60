'use client'

import { startTransition, useEffect, useLayoutEffect, useState } from 'react'

/** More than a screen has. */
const AT_FIRST = 26

/** So many are drawn between two frames. */
const AT_A_TIME = 12

/**
 * How many of the rows are drawn in full: none on the server, which knows neither screen nor font; then those of the first screen, and the others after
 * them, a few at a time, so that nobody waits for what they do not see. What is drawn stays.
 */
export function useDrawnRows(count: number): number {
  const [drawn, setDrawn] = useState(0)
  useLayoutEffect(() => setDrawn(AT_FIRST), [])
  useEffect(() => {
    if (drawn > 0 && drawn < count) startTransition(() => setDrawn(drawn + AT_A_TIME))
  }, [drawn, count])
  return Math.min(drawn, count)
}
