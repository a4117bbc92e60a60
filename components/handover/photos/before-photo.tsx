'use client'

import { useTranslations } from 'next-intl'
import { useHandover } from '@/components/handover/handover-context'
import { photoAddress } from '@/components/handover/photos/photo-address'
import type { PhotoPosition } from '@/lib/handover/schema'

/** The same place as it looked at the pickup. */
export function BeforePhoto({ position }: { position: PhotoPosition }) {
  const t = useTranslations('handover.photos')
  const { pickup } = useHandover().handover
  const photo = pickup?.photos.findLast((known) => known.position === position)
  return (
    <figure className="grid gap-1.5">
      <div className="grid aspect-4/3 place-items-center overflow-hidden rounded-lg border bg-sunken text-faint text-sm">
        {photo && pickup ? (
          <a href={photoAddress(pickup.handoverId, photo.id, 'full')} target="_blank" rel="noreferrer">
            <img
              src={photoAddress(pickup.handoverId, photo.id, 'thumbnail')}
              alt={t('before', { position: t(`positions.${position}`) })}
              className="size-full object-cover"
            />
          </a>
        ) : (
          t('noneBefore')
        )}
      </div>
      <figcaption className="text-muted text-xs">
        {t('before', { position: t(`positions.${position}`) })}
      </figcaption>
    </figure>
  )
}
