'use client'

import { useEffect, useState } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import type { DraftPrice } from '@/lib/money/drafts/queries'
import type { DraftLine } from '@/lib/money/drafts/schema'

const PAUSE_MS = 250

type Question = { lines: DraftLine[]; serviceTo: string }

/** The database's price of what is typed, a moment after the typing; until it answers, or when it refuses, the last one stays. */
export function useDraftPrice(
  ask: FormAction<DraftPrice>,
  question: Question,
  first: DraftPrice,
): { price: DraftPrice; problem: string | null } {
  const [price, setPrice] = useState(first)
  const [problem, setProblem] = useState<string | null>(null)
  const asked = JSON.stringify(question)
  useEffect(() => {
    let isOld = false
    const pause = setTimeout(async () => {
      const answer = await ask(JSON.parse(asked))
      if (isOld) return
      setProblem(answer.ok ? null : answer.error.message)
      if (answer.ok) setPrice(answer.data)
    }, PAUSE_MS)
    return () => {
      isOld = true
      clearTimeout(pause)
    }
  }, [ask, asked])
  return { price, problem }
}
