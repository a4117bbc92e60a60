'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { listChoicesAction } from '@/app/(dashboard)/dashboard/reservations/change-actions'
import type { Refusal } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import { ChangeForm, type Choices } from '@/components/reservations/change/change-form'
import { Refused } from '@/components/reservations/change/refused'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Spinner } from '@/components/ui/spinner'

type ChangeReservationProps = {
  number: string
  /** The vehicle is with the customer: the start stays, another vehicle is an exchange, recorded on the phone. */
  isRunning: boolean
  timeZone: string
}

/** Opens the change of a reservation or a running rental; what it is now is asked when it opens. */
export function ChangeReservation({ number, ...rest }: ChangeReservationProps) {
  const t = useTranslations('changes')
  const router = useRouter()
  const answered = useAnswer()
  const [isOpen, setOpen] = useState(false)
  const [choices, setChoices] = useState<Choices | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  async function open(isOpening: boolean) {
    setOpen(isOpening)
    if (!isOpening) return
    setRefusal(null)
    await load()
  }

  async function load() {
    setChoices(null)
    const answer = await answered(listChoicesAction({ number }))
    if (!answer.ok) setRefusal(answer.error)
    else setChoices(answer.data)
  }

  return (
    <Dialog open={isOpen} onOpenChange={open}>
      <DialogTrigger asChild>
        <Button>{t(rest.isRunning ? 'changeRental' : 'changeAction')}</Button>
      </DialogTrigger>
      <DialogContent title={t(rest.isRunning ? 'rentalTitle' : 'formTitle')} size="lg">
        {refusal && <Refused error={refusal} />}
        {!choices && !refusal && <Spinner className="mx-auto my-10 size-6" />}
        {choices && (
          <ChangeForm
            key={choices.plan.version}
            number={number}
            choices={choices}
            onStale={(error) => {
              setRefusal(error)
              router.refresh()
              void load()
            }}
            onDone={() => setOpen(false)}
            {...rest}
          />
        )}
      </DialogContent>
    </Dialog>
  )
}
