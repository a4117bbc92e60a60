'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { planMaintenanceAction } from '@/app/(dashboard)/dashboard/fleet/maintenance-actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { KindSelect } from '@/components/fleet/maintenance/kind-select'
import { PeriodFields } from '@/components/fleet/maintenance/period-fields'
import { useOccupied } from '@/components/fleet/maintenance/use-occupied'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { MaintenanceKind } from '@/lib/fleet/maintenance/schema'

type PlanMaintenanceProps = {
  vehicle: { id: string; plate: string }
  kind?: MaintenanceKind
  timeZone: string
  /** The button that opens it. */
  trigger: ReactNode
}

/** Plans work on a vehicle, by date, by kilometres, or by both. */
export function PlanMaintenance({ vehicle, kind, timeZone, trigger }: PlanMaintenanceProps) {
  const t = useTranslations('fleet.maintenance.form')
  const explain = useOccupied(timeZone)
  const labels = {
    kind: t('kind'),
    startsAt: t('startsAt'),
    endsAt: t('endsAt'),
    dueKm: t('dueKm'),
    workshop: t('workshop'),
    note: t('note'),
  }
  return (
    <FormDialog
      trigger={trigger}
      title={t('planTitle', { plate: vehicle.plate })}
      description={t('planText')}
      action={planMaintenanceAction}
      submit={t('plan')}
      done={t('planned')}
      labels={labels}
      explain={explain}
    >
      <input type="hidden" name="vehicleId" value={vehicle.id} />
      <FormField name="kind" label={labels.kind} required>
        <KindSelect {...(kind && { defaultValue: kind })} />
      </FormField>
      <PeriodFields vehicleId={vehicle.id} timeZone={timeZone} optional />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="dueKm" label={labels.dueKm} help={t('dueKmHelp')} optional>
          <Input inputMode="numeric" suffix="km" />
        </FormField>
        <FormField name="workshop" label={labels.workshop} optional>
          <Input autoComplete="off" />
        </FormField>
      </div>
      <FormField name="note" label={labels.note} optional>
        <Textarea rows={2} />
      </FormField>
    </FormDialog>
  )
}
