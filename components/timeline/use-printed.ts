'use client'

import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Stretch } from '@/components/timeline/use-sight'

/** What is seen while the page is being printed, else null: what only paper needs is drawn for it and not before. */
export function usePrinted(seen: () => Stretch): Stretch | null {
  const [printed, setPrinted] = useState<Stretch | null>(null)
  useEffect(() => {
    // The browser takes its picture as soon as this returns.
    const begin = () => flushSync(() => setPrinted(seen()))
    const end = () => setPrinted(null)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [seen])
  return printed
}
