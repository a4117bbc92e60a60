import { useTranslations } from 'next-intl'
import { correctOdometerAction } from '@/app/(dashboard)/dashboard/fleet/maintenance-actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import { Input } from '@/components/ui/input'
import { formatKm } from '@/lib/core/distance'
import type { OdometerReading } from '@/lib/fleet/queries/vehicle-life'

type OdometerCardProps = {
  vehicle: { id: string; plate: string; odometerKm: number }
  readings: OdometerReading[]
  timeZone: string
  canEdit: boolean
}

/** What the odometer showed and when; it is put right with a reason. */
export function OdometerCard({ vehicle, readings, timeZone, canEdit }: OdometerCardProps) {
  const t = useTranslations('fleet.odometer')
  return (
    <Card title={t('title')} flush {...(canEdit && { actions: <CorrectOdometer vehicle={vehicle} /> })}>
      <ol className="divide-y text-sm">
        {readings.map(({ id, km, source, reason, recordedAt }) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-4 py-2">
            <span>{t(`sources.${source}`)}</span>
            <span className="tabular text-right">{formatKm(km)}</span>
            {reason && <span className="col-span-2 text-pretty text-muted">{reason}</span>}
            <DateTime instant={recordedAt} timeZone={timeZone} className="col-span-2 text-faint text-xs" />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function CorrectOdometer({ vehicle }: Pick<OdometerCardProps, 'vehicle'>) {
  const t = useTranslations('fleet.odometer')
  const labels = { odometerKm: t('km'), reason: t('reason') }
  return (
    <FormDialog
      trigger={<Button size="sm">{t('correct')}</Button>}
      title={t('correctTitle', { plate: vehicle.plate })}
      description={t('correctText', { known: formatKm(vehicle.odometerKm) })}
      action={correctOdometerAction}
      submit={t('correct')}
      done={t('corrected')}
      labels={labels}
    >
      <input type="hidden" name="id" value={vehicle.id} />
      <FormField name="odometerKm" label={labels.odometerKm} required className="sm:max-w-48">
        <Input inputMode="numeric" defaultValue={vehicle.odometerKm} suffix="km" />
      </FormField>
      <FormField name="reason" label={labels.reason} help={t('reasonHelp')} required>
        <Input autoComplete="off" />
      </FormField>
    </FormDialog>
  )
}
