import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { addVehicleAction } from '@/app/(dashboard)/dashboard/fleet/actions'
import { ActionForm } from '@/components/dashboard/action-form'
import { EquipmentChoice } from '@/components/dashboard/equipment-choice'
import { FormField } from '@/components/dashboard/form-field'
import { KnownOrNew } from '@/components/fleet/known-or-new'
import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-time-input'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { PlateInput } from '@/components/ui/plate-input'
import { Select } from '@/components/ui/select'
import { FLEET_COLUMNS, type FleetColumn, REQUIRED_COLUMNS } from '@/lib/fleet/import/columns'
import { FUELS, TRANSMISSIONS } from '@/lib/fleet/schema'

type Known = { value: string; label: string }
type NewVehicleFormProps = { categories: Known[]; locations: Known[]; currency: string }

/** A vehicle with the columns of an import, as fields. */
export function NewVehicleForm({ categories, locations, currency }: NewVehicleFormProps) {
  const t = useTranslations('fleet.form')
  const columns = useTranslations('fleet.import.columns')
  const fleet = useTranslations('fleet')
  const labels = Object.fromEntries(FLEET_COLUMNS.map((column) => [column, columns(column)]))

  function field(name: FleetColumn, control: ReactNode) {
    const isRequired = REQUIRED_COLUMNS.includes(name)
    return (
      <FormField name={name} label={labels[name]} required={isRequired} optional={!isRequired}>
        {control}
      </FormField>
    )
  }

  return (
    <ActionForm
      action={addVehicleAction}
      submit={t('add')}
      labels={labels}
      aside={
        <Button asChild variant="ghost">
          <Link href="/dashboard/fleet">{t('cancel')}</Link>
        </Button>
      }
    >
      <Fieldset legend={t('identity')}>
        <div className="grid gap-4 sm:grid-cols-2">
          {field('plate', <PlateInput />)}
          {field('vin', <Input className="font-mono uppercase" autoComplete="off" spellCheck={false} />)}
          {field('make', <Input />)}
          {field('model', <Input />)}
          {field('model_year', <Input inputMode="numeric" placeholder="2026" />)}
          {field('color', <Input />)}
          <KnownOrNew
            name="category"
            label={columns('category')}
            known={categories}
            words={{ choose: t('choose'), add: t('addCategory'), newName: t('newCategory') }}
          />
          <KnownOrNew
            name="location"
            label={columns('location')}
            known={locations}
            words={{ choose: t('choose'), add: t('addLocation'), newName: t('newLocation') }}
          />
        </div>
      </Fieldset>
      <Fieldset legend={t('technical')}>
        <div className="grid gap-4 sm:grid-cols-2">
          {field('fuel', <Choice values={FUELS} labelOf={(value) => fleet(`fuels.${value}`)} />)}
          {field(
            'transmission',
            <Choice values={TRANSMISSIONS} labelOf={(value) => fleet(`transmissions.${value}`)} />,
          )}
          {field('seats', <Input inputMode="numeric" defaultValue={5} />)}
          {field('odometer_km', <Input inputMode="numeric" suffix="km" />)}
          {field('fuel_percent', <Input inputMode="numeric" defaultValue={100} suffix="%" />)}
          {field('inspection_due_on', <DateInput />)}
        </div>
        <EquipmentChoice legend={columns('equipment')} chosen={[]} />
      </Fieldset>
      <Fieldset legend={t('rental')}>
        <div className="grid gap-4 sm:grid-cols-3">
          {field('daily_rappen', <Amount currency={currency} />)}
          {field('weekly_rappen', <Amount currency={currency} />)}
          {field('monthly_rappen', <Amount currency={currency} />)}
          {field('included_km_per_day', <Input inputMode="numeric" defaultValue={150} suffix="km" />)}
          {field('extra_km_rappen', <Amount currency={currency} defaultValue="0.35" />)}
          {field('security_deposit_rappen', <Amount currency={currency} defaultValue="500.00" />)}
          {field('minimum_age', <Input inputMode="numeric" defaultValue={18} />)}
        </div>
      </Fieldset>
    </ActionForm>
  )
}

/** An amount as text, as a list has it; the row's reader makes rappen of it. */
function Amount({ currency, defaultValue }: { currency: string; defaultValue?: string }) {
  return (
    <Input inputMode="decimal" prefix={currency} defaultValue={defaultValue} className="tabular text-right" />
  )
}

function Choice({ values, labelOf }: { values: readonly string[]; labelOf: (value: string) => string }) {
  return (
    <Select>
      {values.map((value) => (
        <option key={value} value={value}>
          {labelOf(value)}
        </option>
      ))}
    </Select>
  )
}
