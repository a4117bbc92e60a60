'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const PACE_MS = 3_000
/** It takes seconds; after two minutes the reader reloads when it suits them. */
const MOST_ROUNDS = 40

/** Reads the page anew while something is on its way, a document or a payment; the page leaves it out once that is there. */
export function RefreshUntilThere() {
  const router = useRouter()
  useEffect(() => {
    let rounds = 0
    const timer = setInterval(() => {
      rounds += 1
      if (rounds > MOST_ROUNDS) clearInterval(timer)
      else if (document.visibilityState === 'visible') router.refresh()
    }, PACE_MS)
    return () => clearInterval(timer)
  }, [router])
  return null
}
