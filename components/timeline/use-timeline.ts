'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { TimelineAnswer } from '@/lib/timeline/answer'

/** Somebody else's change is to be seen within two seconds. */
const ASK_EVERY_MS = 600

type Loaded = { at: string; answer: TimelineAnswer }

/** The shown three months: asks the small mark while the tab is seen, and everything only when the mark has changed. */
export function useTimeline(first: Loaded) {
  const [loaded, setLoaded] = useState(first)
  const [isOffline, setOffline] = useState(false)
  const current = useRef(loaded)
  useEffect(() => {
    current.current = loaded
  })

  const load = useCallback(async (at: string) => {
    const answer = await ask<TimelineAnswer>(`/api/timeline?at=${at}`)
    setOffline(answer === null)
    if (answer) setLoaded({ at, answer })
    return answer !== null
  }, [])

  const refresh = useCallback(() => load(current.current.at), [load])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    async function look() {
      if (document.visibilityState === 'visible') {
        const mark = await ask<{ version: string }>('/api/timeline/version')
        if (isOver) return
        setOffline(mark === null)
        if (mark && mark.version !== current.current.answer.version) await refresh()
      }
      if (!isOver) timer = setTimeout(look, ASK_EVERY_MS)
    }
    timer = setTimeout(look, ASK_EVERY_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [refresh])

  return { ...loaded, load, refresh, isOffline }
}

async function ask<T>(path: string): Promise<T | null> {
  try {
    const response = await fetch(path, { headers: { accept: 'application/json' } })
    return response.ok ? ((await response.json()) as { data: T }).data : null
  } catch {
    return null
  }
}

/** The present minute. */
export function useNow(first: number): number {
  const [now, setNow] = useState(first)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
