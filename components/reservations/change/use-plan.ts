'use client'

import { useEffect, useState } from 'react'
import { planChangeAction, planSwapAction } from '@/app/(dashboard)/dashboard/reservations/change-actions'
import { useAnswer } from '@/components/dashboard/use-answer'
import type { ActionResult } from '@/lib/core/action'
import type { ChangePlan, ChangeRequest, SwapRequest } from '@/lib/reservations/changes'

/** The database's answer to what would be; null while it is asked, and as long as there is no request. */
export function usePlan(
  request: ChangeRequest | null,
  swap: SwapRequest | null,
): ActionResult<ChangePlan[]> | null {
  const answered = useAnswer()
  const question = JSON.stringify({ request, swap })
  const [last, setLast] = useState<{ question: string; answer: ActionResult<ChangePlan[]> } | null>(null)
  useEffect(() => {
    let isOld = false
    const asked = JSON.parse(question) as { request: ChangeRequest | null; swap: SwapRequest | null }
    if (!asked.request) return
    const answer = asked.swap ? planSwapAction(asked.swap) : planChangeAction(asked.request)
    void answered(answer).then((given) => {
      if (!isOld) setLast({ question, answer: given })
    })
    return () => {
      isOld = true
    }
  }, [answered, question])
  return last?.question === question ? last.answer : null
}
