import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { saveLocationAction } from '@/app/(dashboard)/dashboard/settings/actions'
import { FormDialog } from '@/components/dashboard/form-dialog'
import { FormField } from '@/components/dashboard/form-field'
import { SeenAtField } from '@/components/dashboard/seen-at'
import { Checkbox } from '@/components/ui/checkbox'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { PhoneInput } from '@/components/ui/phone-input'
import { Textarea } from '@/components/ui/textarea'
import { type LocationSettings, WEEKDAYS } from '@/lib/companies/locations'
import { formatPhone } from '@/lib/core/documents/format'
import { formatPoint } from '@/lib/core/point'

type LocationDialogProps = { location?: LocationSettings; trigger: ReactNode }

/** Adds a place or changes it: name and address, when somebody is there, and how keys are reached when nobody is. */
export function LocationDialog({ location, trigger }: LocationDialogProps) {
  const t = useTranslations('settings.locations')
  const words = useTranslations('settings')
  const line = (name: 'name' | 'street' | 'houseNumber' | 'postalCode' | 'town', most: number) => (
    <FormField
      name={name}
      label={t(`fields.${name}`)}
      {...(name === 'name' ? { required: true } : { optional: true })}
    >
      <Input maxLength={most} autoComplete="off" defaultValue={location?.[name] ?? ''} />
    </FormField>
  )
  const time = (name: string, label: string, value: string) => (
    <FormField name={name} label={label}>
      <Input type="time" defaultValue={value} className="tabular" />
    </FormField>
  )
  const found = location && !location.isPointByHand ? location.point : null
  const pointHelp = found ? t('pointFound', { point: formatPoint(found) }) : t('pointHelp')
  const labels = Object.fromEntries([
    ...(['name', 'street', 'houseNumber', 'postalCode', 'town', 'phone', 'point', 'keyBoxCode'] as const).map(
      (name) => [name, t(`fields.${name}`)],
    ),
    ...WEEKDAYS.map((day) => [`${day}Closes`, t('closes', { day: t(`days.${day}`) })]),
  ])
  return (
    <FormDialog
      trigger={trigger}
      title={location ? t('changeTitle', { name: location.name }) : t('add')}
      action={saveLocationAction}
      submit={words('save')}
      done={words('saved')}
      labels={labels}
    >
      {location && <input type="hidden" name="id" value={location.id} />}
      {location && <SeenAtField at={location.updatedAt} />}
      {line('name', 80)}
      <div className="grid grid-cols-[1fr_6rem] gap-4">
        {line('street', 70)}
        {line('houseNumber', 16)}
      </div>
      <div className="grid grid-cols-[6rem_1fr] gap-4">
        {line('postalCode', 16)}
        {line('town', 35)}
      </div>
      <FormField name="phone" label={t('fields.phone')} help={t('phoneHelp')} optional>
        <PhoneInput autoComplete="off" defaultValue={formatPhone(location?.phone)} />
      </FormField>
      <FormField name="point" label={t('fields.point')} help={pointHelp} optional>
        <Input
          maxLength={60}
          autoComplete="off"
          inputMode="text"
          placeholder="47.37794, 8.54020"
          defaultValue={location?.point && location.isPointByHand ? formatPoint(location.point) : ''}
          className="tabular"
        />
      </FormField>
      <Fieldset legend={t('hours')}>
        <p className="text-muted text-sm">{t('hoursHelp')}</p>
        <div className="grid gap-2">
          {WEEKDAYS.map((day) => (
            <div key={day} className="grid grid-cols-2 gap-4">
              {time(
                `${day}Opens`,
                t('opens', { day: t(`days.${day}`) }),
                location?.openingHours[day]?.[0] ?? '',
              )}
              {time(
                `${day}Closes`,
                t('closes', { day: t(`days.${day}`) }),
                location?.openingHours[day]?.[1] ?? '',
              )}
            </div>
          ))}
        </div>
      </Fieldset>
      <Fieldset legend={t('keyBox')}>
        <Checkbox
          name="hasKeyBox"
          defaultChecked={location?.hasKeyBox ?? false}
          label={t('fields.hasKeyBox')}
          help={t('keyBoxHelp')}
        />
        <FormField name="keyBoxCode" label={t('fields.keyBoxCode')} optional>
          <Input
            maxLength={40}
            autoComplete="off"
            defaultValue={location?.keyBoxCode ?? ''}
            className="tabular"
          />
        </FormField>
        <FormField
          name="keyBoxInstructions"
          label={t('fields.keyBoxInstructions')}
          help={t('instructionsHelp')}
          optional
        >
          <Textarea rows={3} defaultValue={location?.keyBoxInstructions ?? ''} />
        </FormField>
      </Fieldset>
      <Checkbox
        name="isActive"
        defaultChecked={location?.isActive ?? true}
        label={t('fields.isActive')}
        help={t('activeHelp')}
      />
    </FormDialog>
  )
}
