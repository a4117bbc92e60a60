'use client'

import { Camera as CameraIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DamageForm } from '@/components/handover/damage/damage-form'
import { newMark } from '@/components/handover/damage/new-mark'
import { placeOnSketch } from '@/components/handover/damage/place-on-sketch'
import { useHandover } from '@/components/handover/handover-context'
import { NextButton } from '@/components/handover/next-button'
import { BeforePhoto } from '@/components/handover/photos/before-photo'
import { Camera } from '@/components/handover/photos/camera'
import { Compare } from '@/components/handover/photos/compare'
import { LargePhoto } from '@/components/handover/photos/large-photo'
import type { MarkPlace } from '@/components/handover/photos/marks-of'
import { PhotoTile } from '@/components/handover/photos/photo-tile'
import { StepFrame } from '@/components/handover/step-frame'
import { Button } from '@/components/ui/button'
import type { Damage } from '@/lib/handover/handover'
import type { ShownPhoto } from '@/lib/handover/offline/view'
import { VIEW_OF_POSITION } from '@/lib/handover/rules'
import { GUIDED_POSITIONS, type PhotoPosition } from '@/lib/handover/schema'

/** The walk around the vehicle; at a return each place beside what it looked like before. */
export function PhotosStep() {
  const t = useTranslations('handover.photos')
  const words = useTranslations('handover')
  const { handover, removePhoto, next, isMending } = useHandover()
  const [aim, setAim] = useState<PhotoPosition | null>(null)
  const [large, setLarge] = useState<ShownPhoto | null>(null)
  const [mark, setMark] = useState<Damage | null>(null)
  const photos = handover.shownPhotos
  const at = (position: PhotoPosition) => photos.find((photo) => photo.position === position)
  const { pickup } = handover
  const then = large && pickup?.photos.findLast(({ position }) => position === large.position)
  const before =
    pickup && then && large.position !== 'free' ? { handoverId: pickup.handoverId, photoId: then.id } : null
  const missing = GUIDED_POSITIONS.filter((position) => !at(position))
  const isWhole = missing.length === 0
  const counted = { taken: GUIDED_POSITIONS.length - missing.length, of: GUIDED_POSITIONS.length }
  const without = counted.taken === 0 ? t('nextWithout') : t('nextPart', counted)

  /** After a guided photo the camera goes on to the next place that has none. */
  function taken() {
    const rest = missing.filter((position) => position !== aim)
    const isGuided = GUIDED_POSITIONS.some((position) => position === aim)
    setAim((isGuided && rest[0]) || null)
  }
  /** A tap on the photo begins a mark; what it is, the next sheet asks. */
  function markAt(at: MarkPlace) {
    if (!large) return
    const view = VIEW_OF_POSITION[large.position]
    const place = placeOnSketch(handover.vehicle.bodyType, view, at)
    setMark(newMark(handover, { view, ...place, photo: { handoverId: null, id: large.id, ...at } }))
    setLarge(null)
  }
  const tile = (position: PhotoPosition, photo = at(position)) => (
    <PhotoTile
      key={photo?.id ?? position}
      position={position}
      photo={photo}
      onPress={() => (photo ? setLarge(photo) : setAim(position))}
    />
  )

  return (
    <StepFrame
      summary={t('taken', counted)}
      primary={
        <>
          {!isWhole && (
            <Button size="xl" onClick={next}>
              {isMending ? words('backToEnd') : without}
            </Button>
          )}
          {isWhole ? (
            <NextButton label={t('next')} />
          ) : (
            <Button variant="primary" size="xl" onClick={() => setAim(missing[0] ?? null)}>
              <CameraIcon aria-hidden="true" />
              {t('camera')}
            </Button>
          )}
        </>
      }
    >
      <p className="text-muted">{handover.pickup ? t('introReturn') : t('intro')}</p>
      <div className="grid grid-cols-2 gap-3">
        {handover.pickup
          ? GUIDED_POSITIONS.map((position) => (
              <div key={position} className="col-span-2 grid grid-cols-2 gap-3">
                <BeforePhoto position={position} />
                {tile(position)}
              </div>
            ))
          : GUIDED_POSITIONS.map((position) => tile(position))}
        {photos.filter(({ position }) => position === 'free').map((photo) => tile('free', photo))}
        <PhotoTile position="free" onPress={() => setAim('free')} />
      </div>
      {aim && <Camera position={aim} onTaken={taken} onClose={() => setAim(null)} />}
      {large && before && (
        <Compare
          before={before}
          photo={large}
          onClose={() => setLarge(null)}
          onMark={markAt}
          onRetake={() => {
            setAim(large.position)
            setLarge(null)
          }}
        />
      )}
      {large && !before && (
        <LargePhoto
          photo={large}
          onClose={() => setLarge(null)}
          onMark={markAt}
          onRetake={() => {
            // A free photo has no place of its own that the next one would take.
            if (large.position === 'free') void removePhoto(large)
            setAim(large.position)
            setLarge(null)
          }}
        />
      )}
      {mark && <DamageForm key={mark.id} damage={mark} isNew onClose={() => setMark(null)} />}
    </StepFrame>
  )
}
