'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Radio, RadioGroup } from '@/components/ui/radio-group'
import { labelOf } from '@/lib/core/labels'
import type { AssignableVehicle } from '@/lib/reservations/queries/assignable'
import type { ReservationDetail } from '@/lib/reservations/queries/detail'

type AssignableListProps = { reservation: ReservationDetail; vehicles: AssignableVehicle[] }

/** Left open, or one of the vehicles that are free: those of the booked category first. */
export function AssignableList({ reservation, vehicles }: AssignableListProps) {
  const t = useTranslations('reservations.assign')
  const locale = useLocale()
  const booked = labelOf(reservation.categoryNames, locale)
  return (
    <RadioGroup
      name="vehicleId"
      aria-label={t('title')}
      defaultValue={reservation.isVehicleFixed ? reservation.vehicle.id : ''}
      className="-mx-1 max-h-[50dvh] overflow-y-auto p-1"
    >
      <Radio value="" label={t('open', { category: booked })} help={t('openHelp')} />
      {vehicles.map(({ id, plate, make, model, categoryNames, locationName, makesWay }) => {
        const category = labelOf(categoryNames, locale)
        const isOther = category !== booked
        return (
          <Radio
            key={id}
            value={id}
            label={
              <>
                <span className="tabular">{plate}</span> {make} {model}
              </>
            }
            help={[category, locationName, isOther && t('samePrice'), makesWay && t('makesWay')]
              .filter(Boolean)
              .join(' · ')}
          />
        )
      })}
    </RadioGroup>
  )
}
