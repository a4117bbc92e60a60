import { useTranslations } from 'next-intl'
import type { Equipment } from '@/lib/core/equipment'

type VehicleFeaturesProps = {
  vehicle: { seats: number; fuel: string; transmission: string; equipment?: Equipment[] }
  locationName?: string
}

// On the list, not on what is in it: a page of results has hundreds.
const LIST =
  'flex flex-wrap gap-x-3.5 gap-y-1 text-muted text-sm *:inline-flex *:items-center *:gap-1.5 *:before:icon *:before:size-3.5 *:before:text-faint'

/** What matters about a vehicle, at a glance: room, gearbox, fuel, equipment, place. */
export function VehicleFeatures({ vehicle, locationName }: VehicleFeaturesProps) {
  const t = useTranslations('booking-site.vehicle')
  return (
    <ul className={LIST}>
      <li className="before:icon-users">{t('seats', { count: vehicle.seats })}</li>
      <li className="before:icon-cog">{t(`transmission.${vehicle.transmission}`)}</li>
      <li className={vehicle.fuel === 'electric' ? 'before:icon-zap' : 'before:icon-fuel'}>
        {t(`fuel.${vehicle.fuel}`)}
      </li>
      {vehicle.equipment && vehicle.equipment.length > 0 && (
        <li className="before:icon-wrench">
          {vehicle.equipment.map((piece) => t(`equipment.${piece}`)).join(' · ')}
        </li>
      )}
      {locationName && <li className="before:icon-map-pin">{locationName}</li>}
    </ul>
  )
}
