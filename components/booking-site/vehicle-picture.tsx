import { BODY_TYPES, type BodyType } from '@/components/icons/body-type'
import { VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { cn } from '@/components/ui/cn'

/** The vehicle's picture; until a company has uploaded photos, the silhouette of its body type. */
export function VehiclePicture({ bodyType, className }: { bodyType: string; className?: string }) {
  const body = BODY_TYPES.find((known): known is BodyType => known === bodyType) ?? 'compact'
  return (
    <div className={cn('grid place-items-center overflow-hidden rounded bg-sunken px-2 py-1.5', className)}>
      <VehicleSilhouette body={body} className="max-h-full max-w-40" />
    </div>
  )
}
