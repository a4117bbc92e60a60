'use client'

import { useTranslations } from 'next-intl'
import { useHandover } from '@/components/handover/handover-context'
import { useKnownMarksOf } from '@/components/handover/photos/marks-of'
import { NearPhoto } from '@/components/handover/photos/near-photo'
import { photoAddress } from '@/components/handover/photos/photo-address'
import { useBestPicture } from '@/components/handover/photos/use-best-picture'
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet'
import type { PhotoPosition } from '@/lib/handover/schema'

/** The same place as it looked at the pickup; pressed, it is seen large. */
export function BeforePhoto({ position }: { position: PhotoPosition }) {
  const t = useTranslations('handover.photos')
  const { pickup } = useHandover().handover
  const photo = pickup?.photos.findLast((known) => known.position === position)
  const name = t('before', { position: t(`positions.${position}`) })
  const frame =
    'relative grid aspect-4/3 w-full place-items-center overflow-hidden rounded-lg border bg-sunken'
  return (
    <figure className="grid gap-1.5">
      {photo && pickup ? (
        <Sheet>
          <SheetTrigger className={frame}>
            <img
              src={photoAddress(pickup.handoverId, photo.id, 'thumbnail')}
              alt={name}
              className="absolute inset-0 size-full object-contain"
            />
          </SheetTrigger>
          <SheetContent side="bottom" title={name}>
            <Large handoverId={pickup.handoverId} photoId={photo.id} alt={name} />
          </SheetContent>
        </Sheet>
      ) : (
        <div className={`${frame} text-faint text-sm`}>{t('noneBefore')}</div>
      )}
      <figcaption className="text-muted text-xs">{name}</figcaption>
    </figure>
  )
}

function Large({ handoverId, photoId, alt }: { handoverId: string; photoId: string; alt: string }) {
  const marks = useKnownMarksOf(photoId)
  const src = useBestPicture(
    photoAddress(handoverId, photoId, 'thumbnail'),
    photoAddress(handoverId, photoId, 'full'),
  )
  return <NearPhoto src={src} alt={alt} marks={marks} />
}
