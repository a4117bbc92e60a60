'use client'

import { useRefreshing } from '@/components/ui/use-refreshing'

const PACE_SECONDS = 3
/** It takes seconds; after two minutes the reader reloads when it suits them. */
const MOST_ROUNDS = 40

/** Reads the page anew while something is on its way, a document or a payment; the page leaves it out once that is there. */
export function RefreshUntilThere() {
  useRefreshing({ seconds: PACE_SECONDS, rounds: MOST_ROUNDS })
  return null
}
