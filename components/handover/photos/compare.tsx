'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useHandover } from '@/components/handover/handover-context'
import { ComparePictures } from '@/components/handover/photos/compare-pictures'
import { usePhotoUrl } from '@/components/handover/photos/local-photo'
import { MarkedPhoto } from '@/components/handover/photos/marked-photo'
import { type MarkPlace, useKnownMarksOf, useMarksOf } from '@/components/handover/photos/marks-of'
import { photoAddress } from '@/components/handover/photos/photo-address'
import { Button } from '@/components/ui/button'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import type { ShownPhoto } from '@/lib/handover/offline/view'

type CompareProps = {
  /** What the place looked like at the pickup. */
  before: { handoverId: string; photoId: string }
  photo: ShownPhoto
  onRetake: () => void
  onClose: () => void
  /** Hears where a new damage was tapped. */
  onMark: (at: MarkPlace) => void
}

/** The same place at pickup and now: what is new stands out, and is marked by tapping it. */
export function Compare({ before, photo, onRetake, onClose, onMark }: CompareProps) {
  const t = useTranslations('handover.photos')
  const { handover } = useHandover()
  const [isMarking, setMarking] = useState(false)
  const small = usePhotoUrl(photo, handover.record?.id ?? null, 'thumbnail')
  const full = usePhotoUrl(photo, handover.record?.id ?? null, 'full')
  const known = useKnownMarksOf(before.photoId)
  const found = useMarksOf(photo.id)
  const name = t(`positions.${photo.position}`)
  const addressOf = (size: 'thumbnail' | 'full') => photoAddress(before.handoverId, before.photoId, size)
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        side="bottom"
        className="max-h-[95dvh]"
        title={t('compare', { position: name })}
        footer={
          <div className="grid w-full grid-cols-2 gap-2">
            <Button size="xl" className="px-2" onClick={onRetake}>
              {t('retake')}
            </Button>
            <Button
              size="xl"
              className="px-2"
              aria-pressed={isMarking}
              onClick={() => setMarking(!isMarking)}
            >
              {t(isMarking ? 'markNot' : 'mark')}
            </Button>
            <Button variant="primary" size="xl" className="col-span-2" onClick={onClose}>
              {t('compared')}
            </Button>
          </div>
        }
      >
        {isMarking ? (
          <div className="grid gap-3">
            <p role="status" className="text-base">
              {t('markHint')}
            </p>
            {full && (
              <div className="overflow-hidden rounded-lg">
                <MarkedPhoto
                  src={full}
                  alt={name}
                  marks={found}
                  onPress={onMark}
                  pressLabel={t('markHint')}
                />
              </div>
            )}
          </div>
        ) : (
          <div className="grid gap-3">
            <ComparePictures
              before={{
                small: addressOf('thumbnail'),
                full: addressOf('full'),
                label: t('then'),
                alt: t('before', { position: name }),
                marks: known,
              }}
              after={small && full ? { small, full, label: t('now'), alt: name, marks: found } : null}
            />
            <p className="text-muted text-sm">{t('marked', { count: found.length })}</p>
          </div>
        )}
      </SheetContent>
    </Sheet>
  )
}
