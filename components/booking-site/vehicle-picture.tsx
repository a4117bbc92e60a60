import { BODY_TYPES, type BodyType } from '@/components/icons/body-type'
import { SilhouetteCopy, SilhouetteSprite, VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { cn } from '@/components/ui/cn'
import type { VehiclePhoto } from '@/lib/core/brand-pictures'

type VehiclePictureProps = {
  bodyType: string
  photo?: VehiclePhoto | null
  /** How wide the photo is shown, as `sizes`. */
  sizes?: string
  /** The page shows many: the drawing itself stands in its `VehiclePictures`. */
  copied?: boolean
  className?: string
}

/** The vehicle's picture; until a company has uploaded photos, the silhouette of its body type. */
export function VehiclePicture({ bodyType, photo, sizes = '11rem', copied, className }: VehiclePictureProps) {
  if (photo)
    return (
      <div className={cn('overflow-hidden rounded bg-sunken', className)}>
        <img
          src={photo.url}
          srcSet={photo.sources}
          sizes={sizes}
          alt=""
          width={photo.width}
          height={photo.height}
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
        />
      </div>
    )
  const Silhouette = copied ? SilhouetteCopy : VehicleSilhouette
  return (
    <div className={cn('grid place-items-center overflow-hidden rounded bg-sunken px-2 py-1.5', className)}>
      <Silhouette body={bodyOf(bodyType)} className="max-h-full max-w-40" />
    </div>
  )
}

/** What the copied pictures of a page are copies of. */
export function VehiclePictures({ bodyTypes }: { bodyTypes: string[] }) {
  return <SilhouetteSprite bodies={[...new Set(bodyTypes.map(bodyOf))]} />
}

function bodyOf(bodyType: string): BodyType {
  return BODY_TYPES.find((known): known is BodyType => known === bodyType) ?? 'compact'
}
