import { useTranslations } from 'next-intl'
import { EquipmentChoice } from '@/components/dashboard/equipment-choice'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { DESK_FUELS, DESK_TRANSMISSIONS, type DeskQuery } from '@/lib/reservations/schema'

const SEATS = [2, 4, 5, 7, 9]

/** What the vehicle must have: seats at least, gearbox, fuel, equipment. */
export function FeatureFields({ wish }: { wish: DeskQuery }) {
  const t = useTranslations('reservations.desk')
  const fleet = useTranslations('fleet')
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field name="seats" label={t('seats')}>
        <Select defaultValue={wish.seats ?? ''}>
          <option value="">{t('any')}</option>
          {SEATS.map((seats) => (
            <option key={seats} value={seats}>
              {t('atLeast', { seats })}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="transmission" label={t('transmission')}>
        <Select defaultValue={wish.transmission ?? ''}>
          <option value="">{t('any')}</option>
          {DESK_TRANSMISSIONS.map((transmission) => (
            <option key={transmission} value={transmission}>
              {fleet(`transmissions.${transmission}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="fuel" label={t('fuel')}>
        <Select defaultValue={wish.fuel ?? ''}>
          <option value="">{t('any')}</option>
          {DESK_FUELS.map((fuel) => (
            <option key={fuel} value={fuel}>
              {fleet(`fuels.${fuel}`)}
            </option>
          ))}
        </Select>
      </Field>
      <details open={wish.equipment.length > 0} className="sm:col-span-3">
        <summary className="cursor-pointer font-medium text-sm">{t('equipment')}</summary>
        <div className="pt-3">
          <EquipmentChoice legend={t('equipment')} legendHidden chosen={wish.equipment} />
        </div>
      </details>
    </div>
  )
}
