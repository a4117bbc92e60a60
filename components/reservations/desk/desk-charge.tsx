'use client'

import { useEffect, useState } from 'react'
import type { FormAction } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import { ChargeFields, type Payer } from '@/components/reservations/charge-fields'
import type { LicenceDemand } from '@/lib/customers/licence'

type DeskChargeProps = {
  customerId: string
  find: FormAction<Payer>
  demand: LicenceDemand | null
  days: { startsOn: string; endsOn: string }
}

/** Who drives and who pays, once it is known for whom. */
export function DeskCharge({ customerId, find, demand, days }: DeskChargeProps) {
  const [payer, setPayer] = useState<Payer | null>(null)
  const answered = useAnswer()
  useEffect(() => {
    let isCurrent = true
    void answered(find({ id: customerId })).then((answer) => {
      if (isCurrent && answer.ok) setPayer(answer.data)
    })
    return () => {
      isCurrent = false
    }
  }, [answered, customerId, find])
  if (payer?.id !== customerId) return null
  return (
    <div className="mt-4 border-t pt-4 empty:hidden">
      <ChargeFields payer={payer} demand={demand} days={days} />
    </div>
  )
}
