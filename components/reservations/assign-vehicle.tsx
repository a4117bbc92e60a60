'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import {
  assignVehicleAction,
  listAssignableVehiclesAction,
} from '@/app/(dashboard)/dashboard/reservations/actions'
import { ActionForm } from '@/components/dashboard/action-form'
import { useAnswer } from '@/components/dashboard/use-answer'
import { AssignableList } from '@/components/reservations/assignable-list'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Spinner } from '@/components/ui/spinner'
import type { AssignableVehicle } from '@/lib/reservations/queries/assignable'
import type { ReservationDetail } from '@/lib/reservations/queries/detail'

/** Decides which vehicle a reservation gets, or that this is still open; what is free is asked when it opens. */
export function AssignVehicle({ reservation }: { reservation: ReservationDetail }) {
  const t = useTranslations('reservations.assign')
  const answered = useAnswer()
  const [isOpen, setOpen] = useState(false)
  const [vehicles, setVehicles] = useState<AssignableVehicle[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  async function open(isOpening: boolean) {
    setOpen(isOpening)
    if (!isOpening) return
    setVehicles(null)
    setFailure(null)
    const answer = await answered(listAssignableVehiclesAction({ id: reservation.id }))
    if (answer.ok) setVehicles(answer.data)
    else setFailure(answer.error.message)
  }

  return (
    <Dialog open={isOpen} onOpenChange={open}>
      <DialogTrigger asChild>
        <Button size="sm">{t('action')}</Button>
      </DialogTrigger>
      <DialogContent title={t('title')} description={t('text')}>
        {failure && <Alert tone="danger" role="alert" title={failure} />}
        {!vehicles && !failure && <Spinner className="mx-auto my-10 size-6" />}
        {vehicles && (
          <ActionForm
            action={assignVehicleAction}
            submit={t('submit')}
            done={t('done')}
            onDone={() => setOpen(false)}
          >
            <input type="hidden" name="id" value={reservation.id} />
            <AssignableList reservation={reservation} vehicles={vehicles} />
          </ActionForm>
        )}
      </DialogContent>
    </Dialog>
  )
}
