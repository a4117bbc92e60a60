import { useTranslations } from 'next-intl'
import { FormField } from '@/components/dashboard/form-field'
import { DateInput } from '@/components/ui/date-time-input'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import type { VehicleDetail } from '@/lib/fleet/queries/vehicle'

type UpkeepFieldsProps = {
  vehicle: VehicleDetail
  labels: Record<
    | 'inspectionDueOn'
    | 'nextServiceOn'
    | 'nextServiceKm'
    | 'serviceIntervalMonths'
    | 'serviceIntervalKm'
    | 'insurer'
    | 'insurancePolicy'
    | 'insuranceExpiresOn',
    string
  >
}

/** What falls due on a vehicle and how often: inspection, service, insurance. */
export function UpkeepFields({ vehicle, labels }: UpkeepFieldsProps) {
  const t = useTranslations('fleet.form')
  return (
    <Fieldset legend={t('upkeep')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="nextServiceOn" label={labels.nextServiceOn} optional>
          <DateInput defaultValue={vehicle.nextServiceOn ?? ''} />
        </FormField>
        <FormField name="nextServiceKm" label={labels.nextServiceKm} optional>
          <Input inputMode="numeric" defaultValue={vehicle.nextServiceKm ?? ''} suffix="km" />
        </FormField>
        <FormField
          name="serviceIntervalMonths"
          label={labels.serviceIntervalMonths}
          help={t('intervalHelp')}
          optional
        >
          <Input inputMode="numeric" defaultValue={vehicle.serviceIntervalMonths ?? ''} />
        </FormField>
        <FormField name="serviceIntervalKm" label={labels.serviceIntervalKm} optional>
          <Input inputMode="numeric" defaultValue={vehicle.serviceIntervalKm ?? ''} suffix="km" />
        </FormField>
        <FormField name="inspectionDueOn" label={labels.inspectionDueOn} optional>
          <DateInput defaultValue={vehicle.inspectionDueOn ?? ''} />
        </FormField>
        <FormField name="insuranceExpiresOn" label={labels.insuranceExpiresOn} optional>
          <DateInput defaultValue={vehicle.insuranceExpiresOn ?? ''} />
        </FormField>
        <FormField name="insurer" label={labels.insurer} optional>
          <Input defaultValue={vehicle.insurer ?? ''} autoComplete="off" />
        </FormField>
        <FormField name="insurancePolicy" label={labels.insurancePolicy} optional>
          <Input defaultValue={vehicle.insurancePolicy ?? ''} autoComplete="off" />
        </FormField>
      </div>
    </Fieldset>
  )
}
