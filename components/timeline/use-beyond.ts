'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { Stretch } from '@/components/timeline/use-sight'
import type { Beyond } from '@/lib/timeline/schema'

/** After the last letter, and after what is in sight has moved on. */
const PAUSE_MS = 250

/** What is looked for outside the stretch in sight; asked anew for other letters and whenever `occasion` changes. */
export function useBeyond(text: string, occasion: string, seen: () => Stretch): Beyond | null {
  const wanted = text.trim()
  const [answer, setAnswer] = useState<Beyond | null>(null)
  const inSight = useEffectEvent(seen)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the occasion is when to ask again
  useEffect(() => {
    if (wanted.length < 2) return
    const late = new AbortController()
    const pause = setTimeout(async () => {
      const found = await ask(wanted, inSight(), late.signal)
      if (!late.signal.aborted) setAnswer(found)
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
