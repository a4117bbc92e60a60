import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { updateVehicleAction } from '@/app/(dashboard)/dashboard/fleet/actions'
import { ActionForm } from '@/components/dashboard/action-form'
import { EquipmentChoice } from '@/components/dashboard/equipment-choice'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { UpkeepFields } from '@/components/fleet/upkeep-fields'
import { Button } from '@/components/ui/button'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { PlateInput } from '@/components/ui/plate-input'
import { Select } from '@/components/ui/select'
import { labelOf } from '@/lib/core/labels'
import { formatMoney } from '@/lib/core/money'
import type { Category, Location } from '@/lib/fleet/queries/catalogue'
import type { VehicleDetail } from '@/lib/fleet/queries/vehicle'

type VehicleFormProps = {
  vehicle: VehicleDetail
  categories: Category[]
  locations: Location[]
  currency: string
}

/** What can be corrected about a vehicle. */
export function VehicleForm({ vehicle, categories, locations, currency }: VehicleFormProps) {
  const t = useTranslations('fleet.form')
  const facts = useTranslations('fleet.facts')
  const columns = useTranslations('fleet.import.columns')
  const locale = useLocale()
  const { minimumAge, securityDepositRappen } = vehicle.category
  const labels = {
    plate: columns('plate'),
    categoryId: facts('category'),
    locationId: facts('location'),
    make: columns('make'),
    model: columns('model'),
    color: facts('color'),
    seats: facts('seats'),
    grossWeightKg: facts('grossWeightKg'),
    tankLitres: t('tankLitres'),
    fuelPercent: t('fuelPercent'),
    inspectionDueOn: facts('inspection'),
    nextServiceOn: t('nextServiceOn'),
    nextServiceKm: t('nextServiceKm'),
    serviceIntervalMonths: t('serviceIntervalMonths'),
    serviceIntervalKm: t('serviceIntervalKm'),
    insurer: t('insurer'),
    insurancePolicy: t('insurancePolicy'),
    insuranceExpiresOn: t('insuranceExpiresOn'),
    minimumAge: facts('minimumAge'),
    securityDepositRappen: facts('deposit'),
  }
  return (
    <ActionForm
      action={updateVehicleAction}
      submit={t('save')}
      labels={labels}
      aside={
        <Button asChild variant="ghost">
          <Link href={`/dashboard/fleet/${vehicle.id}`}>{t('cancel')}</Link>
        </Button>
      }
    >
      <input type="hidden" name="id" value={vehicle.id} />
      <SeenAtField at={vehicle.updatedAt} />
      <Fieldset legend={t('identity')}>
        <FormField name="plate" label={labels.plate} required className="max-w-56">
          <PlateInput defaultValue={vehicle.plate} />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="make" label={labels.make} required>
            <Input defaultValue={vehicle.make} />
          </FormField>
          <FormField name="model" label={labels.model} required>
            <Input defaultValue={vehicle.model} />
          </FormField>
          <FormField name="categoryId" label={labels.categoryId} required>
            <Select defaultValue={vehicle.category.id}>
              {categories.map(({ id, names }) => (
                <option key={id} value={id}>
                  {labelOf(names, locale)}
                </option>
              ))}
            </Select>
          </FormField>
          <FormField name="locationId" label={labels.locationId} required>
            <Select defaultValue={vehicle.location.id}>
              {locations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </FormField>
        </div>
      </Fieldset>
      <Fieldset legend={t('technical')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="color" label={labels.color} optional>
            <Input defaultValue={vehicle.color ?? ''} />
          </FormField>
          <FormField name="seats" label={labels.seats} required>
            <Input inputMode="numeric" defaultValue={vehicle.seats} />
          </FormField>
          <FormField name="grossWeightKg" label={labels.grossWeightKg} help={t('grossWeightHelp')} optional>
            <Input
              inputMode="numeric"
              defaultValue={vehicle.grossWeightKg ?? ''}
              suffix="kg"
              className="tabular text-right"
            />
          </FormField>
          <FormField name="tankLitres" label={labels.tankLitres} required>
            <Input inputMode="numeric" defaultValue={vehicle.tankLitres} />
          </FormField>
          <FormField name="fuelPercent" label={labels.fuelPercent} required>
            <Input inputMode="numeric" defaultValue={vehicle.fuelPercent} suffix="%" />
          </FormField>
        </div>
        <EquipmentChoice legend={facts('equipment')} chosen={vehicle.equipment} />
      </Fieldset>
      <UpkeepFields vehicle={vehicle} labels={labels} />
      <Fieldset legend={t('rental')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField
            name="minimumAge"
            label={labels.minimumAge}
            optional
            help={t('ofCategory', { value: facts('years', { age: minimumAge }) })}
          >
            <Input inputMode="numeric" defaultValue={vehicle.minimumAge ?? ''} />
          </FormField>
          <FormField
            name="securityDepositRappen"
            label={labels.securityDepositRappen}
            optional
            help={t('ofCategory', { value: formatMoney(securityDepositRappen, currency) })}
          >
            <MoneyInput currency={currency} defaultValue={vehicle.securityDepositRappen} />
          </FormField>
        </div>
      </Fieldset>
    </ActionForm>
  )
}
