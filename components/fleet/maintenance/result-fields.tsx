import { useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import { DateInput } from '@/components/ui/date-time-input'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { formatKm } from '@/lib/core/distance'
import type { MaintenanceKind } from '@/lib/fleet/maintenance/schema'

/** What the fields of a result are called. */
export function useResultLabels() {
  const t = useTranslations('fleet.maintenance.form')
  return {
    costRappen: t('cost'),
    odometerKm: t('odometer'),
    nextDueOn: t('nextDueOn'),
    note: t('note'),
    workshop: t('workshop'),
    doneOn: t('doneOn'),
    kind: t('kind'),
  }
}

type ResultFieldsProps = {
  knownKm: number
  currency: string
  /** Without one it is not known yet, and the next date may belong to either. */
  kind?: MaintenanceKind
}

/** Cost and odometer of work that is done; for service and inspection the next date as well. */
export function ResultFields({ knownKm, currency, kind }: ResultFieldsProps) {
  const t = useTranslations('fleet.maintenance.form')
  const labels = useResultLabels()
  const recurs = !kind || kind === 'service' || kind === 'inspection'
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="costRappen" label={labels.costRappen} help={t('costHelp')} optional>
          <MoneyInput currency={currency} />
        </FormField>
        <FormField
          name="odometerKm"
          label={labels.odometerKm}
          help={t('odometerHelp', { known: formatKm(knownKm) })}
          optional
        >
          <Input inputMode="numeric" suffix="km" />
        </FormField>
      </div>
      {recurs && (
        <FormField
          name="nextDueOn"
          label={labels.nextDueOn}
          help={t(kind === 'inspection' ? 'nextInspectionHelp' : 'nextServiceHelp')}
          optional
          className="sm:max-w-60"
        >
          <DateInput />
        </FormField>
      )}
    </>
  )
}
