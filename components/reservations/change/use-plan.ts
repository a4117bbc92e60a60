'use client'

import { useEffect, useState } from 'react'
import { planChangeAction, planSwapAction } from '@/app/(dashboard)/dashboard/reservations/change-actions'
import type { ActionResult } from '@/lib/core/action'
import type { ChangePlan, ChangeRequest, SwapRequest } from '@/lib/reservations/changes'

/** The database's answer to what would be; null while it is asked. */
export function usePlan(request: ChangeRequest, swap: SwapRequest | null): ActionResult<ChangePlan[]> | null {
  const question = JSON.stringify({ request, swap })
  const [answered, setAnswered] = useState<{ question: string; answer: ActionResult<ChangePlan[]> } | null>(
    null,
  )
  useEffect(() => {
    let isOld = false
    const asked = JSON.parse(question) as { request: ChangeRequest; swap: SwapRequest | null }
    const answer = asked.swap ? planSwapAction(asked.swap) : planChangeAction(asked.request)
    void answer.then((given) => {
      if (!isOld) setAnswered({ question, answer: given })
    })
    return () => {
      isOld = true
    }
  }, [question])
  return answered?.question === question ? answered.answer : null
}
