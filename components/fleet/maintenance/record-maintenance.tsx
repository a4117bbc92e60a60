import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { recordMaintenanceAction } from '@/app/(dashboard)/dashboard/fleet/maintenance-actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { KindSelect } from '@/components/fleet/maintenance/kind-select'
import { ResultFields, useResultLabels } from '@/components/fleet/maintenance/result-fields'
import { DateInput } from '@/components/ui/date-time-input'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'

type RecordMaintenanceProps = {
  vehicle: { id: string; plate: string; odometerKm: number }
  /** The company's today. */
  today: string
  currency: string
  trigger: ReactNode
}

/** Enters work that was done without a plan. */
export function RecordMaintenance({ vehicle, today, currency, trigger }: RecordMaintenanceProps) {
  const t = useTranslations('fleet.maintenance.form')
  const labels = useResultLabels()
  return (
    <FormDialog
      trigger={trigger}
      title={t('recordTitle', { plate: vehicle.plate })}
      description={t('recordText')}
      action={recordMaintenanceAction}
      submit={t('record')}
      done={t('recorded')}
      labels={labels}
    >
      <input type="hidden" name="vehicleId" value={vehicle.id} />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="kind" label={labels.kind} required>
          <KindSelect />
        </FormField>
        <FormField name="doneOn" label={labels.doneOn} required>
          <DateInput defaultValue={today} max={today} />
        </FormField>
      </div>
      <ResultFields knownKm={vehicle.odometerKm} currency={currency} />
      <FormField name="workshop" label={labels.workshop} optional>
        <Input autoComplete="off" />
      </FormField>
      <FormField name="note" label={labels.note} optional>
        <Textarea rows={2} />
      </FormField>
    </FormDialog>
  )
}
