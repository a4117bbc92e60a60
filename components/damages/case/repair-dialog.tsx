'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { repairDamageAction } from '@/app/(dashboard)/dashboard/fleet/damages/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { PeriodFields } from '@/components/fleet/maintenance/period-fields'
import { useOccupied } from '@/components/fleet/maintenance/use-occupied'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { DamageCase } from '@/lib/damages/queries'

type RepairDialogProps = { one: DamageCase; timeZone: string; trigger: ReactNode }

/** Takes the vehicle out of business while it is repaired; what would be in the way is shown first. */
export function RepairDialog({ one, timeZone, trigger }: RepairDialogProps) {
  const t = useTranslations('fleet.damageCases')
  const form = useTranslations('fleet.maintenance.form')
  const explain = useOccupied(timeZone)
  const labels = {
    startsAt: form('startsAt'),
    endsAt: form('endsAt'),
    workshop: form('workshop'),
    note: form('note'),
  }
  return (
    <FormDialog
      trigger={trigger}
      title={t('repairTitle', { plate: one.vehicle.plate })}
      description={t('repairText')}
      action={repairDamageAction}
      submit={t('doRepair')}
      done={t('repairDone')}
      labels={labels}
      explain={explain}
    >
      <input type="hidden" name="id" value={one.id} />
      <PeriodFields vehicleId={one.vehicle.id} timeZone={timeZone} />
      <FormField name="workshop" label={labels.workshop} optional>
        <Input autoComplete="off" maxLength={120} />
      </FormField>
      <FormField name="note" label={labels.note} optional>
        <Textarea rows={2} />
      </FormField>
    </FormDialog>
  )
}
