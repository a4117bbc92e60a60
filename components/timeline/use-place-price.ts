'use client'

import { useEffect, useState } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import type { Price } from '@/lib/core/price'

type Wish = { vehicleId: string; startsAt: string; endsAt: string }

/** The database's price of a place; null while there is none, as with an end before its start. */
export function usePlacePrice(ask: FormAction<Price>, wish: Wish | null): Price | null {
  const [priced, setPriced] = useState<{ question: string; price: Price | null } | null>(null)
  const answered = useAnswer()
  const question = JSON.stringify(wish)
  useEffect(() => {
    const asked = JSON.parse(question) as Wish | null
    if (!asked) return
    let isOld = false
    const pause = setTimeout(async () => {
      const answer = await answered(ask({ ...asked, extras: [] }))
      if (!isOld) setPriced({ question, price: answer.ok ? answer.data : null })
    }, 200)
    return () => {
      isOld = true
      clearTimeout(pause)
    }
  }, [answered, ask, question])
  return priced?.question === question ? priced.price : null
}
