import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { finishMaintenanceAction } from '@/app/(dashboard)/dashboard/fleet/maintenance-actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { ResultFields, useResultLabels } from '@/components/fleet/maintenance/result-fields'
import { Textarea } from '@/components/ui/textarea'
import type { Maintenance } from '@/lib/fleet/maintenance/queries'

type FinishMaintenanceProps = { work: Maintenance; currency: string; trigger: ReactNode }

/** The work is done: what it cost, what the odometer shows, when it is due again. */
export function FinishMaintenance({ work, currency, trigger }: FinishMaintenanceProps) {
  const t = useTranslations('fleet.maintenance.form')
  const kinds = useTranslations('fleet.maintenance.kinds')
  const labels = useResultLabels()
  return (
    <FormDialog
      trigger={trigger}
      title={t('finishTitle', { kind: kinds(work.kind), plate: work.vehicle.plate })}
      description={t('finishText')}
      action={finishMaintenanceAction}
      submit={t('finish')}
      done={t('finished')}
      labels={labels}
    >
      <input type="hidden" name="id" value={work.id} />
      <ResultFields knownKm={work.vehicle.odometerKm} currency={currency} kind={work.kind} />
      <FormField name="note" label={labels.note} optional>
        <Textarea rows={2} defaultValue={work.note ?? ''} />
      </FormField>
    </FormDialog>
  )
}
