'use client'

import { useEffect, useState } from 'react'
import type { Hit } from '@/lib/search/schema'

const PAUSE_MS = 120

export type SearchState = { hits: Hit[]; isSearching: boolean; hasFailed: boolean }

/** What the typed letters find, a moment after the last of them; an answer that comes too late is dropped. */
export function useSearch(text: string): SearchState {
  const wanted = text.trim()
  const [answer, setAnswer] = useState<{ text: string; hits: Hit[]; hasFailed: boolean } | null>(null)

  useEffect(() => {
    if (wanted.length < 2) return
    const late = new AbortController()
    const pause = setTimeout(async () => {
      const found = await find(wanted, late.signal)
      if (!late.signal.aborted) setAnswer({ text: wanted, hits: found ?? [], hasFailed: found === null })
    }, PAUSE_MS)
    return () => {
      clearTimeout(pause)
      late.abort()
    }
  }, [wanted])

  if (wanted.length < 2) return { hits: [], isSearching: false, hasFailed: false }
  // Until the new answer is here, the old one stays: a list that blinks cannot be read.
  return {
    hits: answer?.hits ?? [],
    isSearching: answer?.text !== wanted,
    hasFailed: answer?.text === wanted && answer.hasFailed,
  }
}

async function find(text: string, signal: AbortSignal): Promise<Hit[] | null> {
  try {
    const response = await fetch(`/api/search?q=${encodeURIComponent(text)}`, { signal })
    if (!response.ok) return null
    return ((await response.json()) as { data: Hit[] }).data
  } catch {
    return null
  }
}
