import { Cog, Fuel, MapPin, Users, Wrench, Zap } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Equipment } from '@/lib/core/equipment'

type VehicleFeaturesProps = {
  vehicle: { seats: number; fuel: string; transmission: string; equipment?: Equipment[] }
  locationName?: string
}

/** What matters about a vehicle, at a glance: room, gearbox, fuel, equipment, place. */
export function VehicleFeatures({ vehicle, locationName }: VehicleFeaturesProps) {
  const t = useTranslations('booking-site.vehicle')
  const FuelIcon = vehicle.fuel === 'electric' ? Zap : Fuel
  return (
    <ul className="flex flex-wrap gap-x-3.5 gap-y-1 text-muted text-sm">
      <Feature icon={<Users />}>{t('seats', { count: vehicle.seats })}</Feature>
      <Feature icon={<Cog />}>{t(`transmission.${vehicle.transmission}`)}</Feature>
      <Feature icon={<FuelIcon />}>{t(`fuel.${vehicle.fuel}`)}</Feature>
      {vehicle.equipment && vehicle.equipment.length > 0 && (
        <Feature icon={<Wrench />}>
          {vehicle.equipment.map((piece) => t(`equipment.${piece}`)).join(', ')}
        </Feature>
      )}
      {locationName && <Feature icon={<MapPin />}>{locationName}</Feature>}
    </ul>
  )
}

function Feature({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5 [&_svg]:size-3.5 [&_svg]:shrink-0 [&_svg]:text-faint">
      {icon}
      {children}
    </li>
  )
}
