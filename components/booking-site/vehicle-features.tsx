import { useTranslations } from 'next-intl'
import type { Equipment } from '@/lib/core/equipment'

type VehicleFeaturesProps = {
  vehicle: { seats: number; fuel: string; transmission: string; equipment?: Equipment[] }
  locationName?: string
}

/** What matters about a vehicle, at a glance: room, gearbox, fuel, equipment, place. */
export function VehicleFeatures({ vehicle, locationName }: VehicleFeaturesProps) {
  const t = useTranslations('booking-site.vehicle')
  return (
    <ul className="flex flex-wrap gap-x-3.5 gap-y-1 text-muted text-sm">
      <Feature icon="before:icon-users">{t('seats', { count: vehicle.seats })}</Feature>
      <Feature icon="before:icon-cog">{t(`transmission.${vehicle.transmission}`)}</Feature>
      <Feature icon={vehicle.fuel === 'electric' ? 'before:icon-zap' : 'before:icon-fuel'}>
        {t(`fuel.${vehicle.fuel}`)}
      </Feature>
      {vehicle.equipment && vehicle.equipment.length > 0 && (
        <Feature icon="before:icon-wrench">
          {vehicle.equipment.map((piece) => t(`equipment.${piece}`)).join(', ')}
        </Feature>
      )}
      {locationName && <Feature icon="before:icon-map-pin">{locationName}</Feature>}
    </ul>
  )
}

function Feature({ icon, children }: { icon: string; children: string }) {
  return (
    <li className={`${icon} inline-flex items-center gap-1.5 before:icon before:size-3.5 before:text-faint`}>
      {children}
    </li>
  )
}
