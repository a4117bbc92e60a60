'use client'

import { useEffect, useState } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import type { Price } from '@/lib/core/price'

type Wish = {
  vehicleId?: string
  categoryId?: string
  startsAt: string
  endsAt: string
  extras: { extraId: string; quantity: number }[]
  pickupLocationId?: string
  promoCode?: string
}

/** The database's price of what is wished now; until its answer is here, or when there is none, the last one stays. */
export function usePrice(
  ask: FormAction<Price>,
  wish: Wish,
  first: Price,
): { price: Price; problem: string | null } {
  const [price, setPrice] = useState(first)
  const [problem, setProblem] = useState<string | null>(null)
  const answered = useAnswer()
  const question = JSON.stringify(wish)
  useEffect(() => {
    const asked = JSON.parse(question) as Wish
    let isOld = false
    void answered(ask(asked)).then((answer) => {
      if (isOld) return
      setProblem(answer.ok ? null : answer.error.message)
      if (answer.ok) setPrice(answer.data)
    })
    return () => {
      isOld = true
    }
  }, [answered, ask, question])
  return { price, problem }
}
