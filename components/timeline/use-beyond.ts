'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { Stretch } from '@/components/timeline/use-sight'
import type { Beyond } from '@/lib/timeline/schema'

/** After the last letter, and after what is in sight has moved on. */
const PAUSE_MS = 250

type Found = Beyond & {
  /** On which occasion it was asked. */
  occasion: string
}

/** What is looked for outside the stretch in sight; asked anew for other letters and on every other `occasion`. */
export function useBeyond(text: string, occasion: string, seen: () => Stretch): Found | null {
  const wanted = text.trim()
  const [answer, setAnswer] = useState<Found | null>(null)
  const inSight = useEffectEvent(seen)

  useEffect(() => {
    if (wanted.length < 2) return
    const late = new AbortController()
    const pause = setTimeout(async () => {
      const found = await ask(wanted, inSight(), late.signal)
      if (!late.signal.aborted) setAnswer(found && { ...found, occasion })
    }, PAUSE_MS)
    return () => {
      clearTimeout(pause)
      late.abort()
    }
  }, [wanted, occasion])

  return wanted.length < 2 ? null : answer
}

async function ask(q: string, { from, to }: Stretch, signal: AbortSignal): Promise<Beyond | null> {
  const query = new URLSearchParams({
    q,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  })
  try {
    const response = await fetch(`/api/timeline/matches?${query}`, { signal })
    return response.ok ? ((await response.json()) as { data: Beyond }).data : null
  } catch {
    return null
  }
}
