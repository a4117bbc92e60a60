'use client'

import { useTranslations } from 'next-intl'
import { useHandover } from '@/components/handover/handover-context'
import { BeforePhoto } from '@/components/handover/photos/before-photo'
import { PhotoTile } from '@/components/handover/photos/photo-tile'
import { StepFrame } from '@/components/handover/step-frame'
import { Button } from '@/components/ui/button'
import { GUIDED_POSITIONS } from '@/lib/handover/schema'

/** The walk around the vehicle; at a return each place beside what it looked like before. */
export function PhotosStep() {
  const t = useTranslations('handover.photos')
  const { handover, photos, next } = useHandover()
  const taken = GUIDED_POSITIONS.filter((position) => photos.some((photo) => photo.position === position))
  const isSending = photos.some(({ status }) => status === 'sending')
  const isFailed = photos.some(({ status }) => status === 'failed')
  const isWhole = taken.length === GUIDED_POSITIONS.length
  const free = photos.filter(({ position }) => position === 'free')
  const standing = isFailed ? t('someNotSent') : isSending ? t('someSending') : undefined
  return (
    <StepFrame
      summary={standing ?? t('taken', { taken: taken.length, of: GUIDED_POSITIONS.length })}
      primary={
        <Button variant={isWhole ? 'primary' : 'secondary'} size="xl" disabled={isFailed} onClick={next}>
          {isWhole ? t('next') : t('nextWithout')}
        </Button>
      }
    >
      <p className="text-muted">{handover.pickup ? t('introReturn') : t('intro')}</p>
      <div className="grid grid-cols-2 gap-3">
        {handover.pickup
          ? GUIDED_POSITIONS.map((position) => (
              <div key={position} className="col-span-2 grid grid-cols-2 gap-3">
                <BeforePhoto position={position} />
                <PhotoTile position={position} />
              </div>
            ))
          : GUIDED_POSITIONS.map((position) => <PhotoTile key={position} position={position} />)}
        {free.map((photo) => (
          <PhotoTile key={photo.id} position="free" photo={photo} />
        ))}
        <PhotoTile position="free" />
      </div>
    </StepFrame>
  )
}
