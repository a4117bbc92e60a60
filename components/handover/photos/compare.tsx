'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useHandover } from '@/components/handover/handover-context'
import { usePhotoUrl } from '@/components/handover/photos/local-photo'
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
}

/** The same place at pickup and now, one over the other: sliding shows what is new. */
export function Compare({ before, photo, onRetake, onClose }: CompareProps) {
  const t = useTranslations('handover.photos')
  const { handover } = useHandover()
  const [share, setShare] = useState(50)
  const now = usePhotoUrl(photo, handover.record?.id ?? null, 'full')
  const name = t(`positions.${photo.position}`)
  const whole = 'absolute inset-0 size-full object-cover'
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        side="bottom"
        title={t('compare', { position: name })}
        footer={
          <div className="flex w-full gap-2">
            <Button size="xl" onClick={onRetake}>
              {t('retake')}
            </Button>
            <Button variant="primary" size="xl" className="flex-1" onClick={onClose}>
              {t('compared')}
            </Button>
          </div>
        }
      >
        <div className="grid gap-3">
          <div className="relative aspect-4/3 overflow-hidden rounded-lg bg-sunken">
            {/* biome-ignore lint/performance/noImgElement: private pictures behind a redirect, already small */}
            <img
              src={photoAddress(before.handoverId, before.photoId, 'thumbnail')}
              alt={t('before', { position: name })}
              className={whole}
            />
            {now && (
              // biome-ignore lint/performance/noImgElement: a picture on this phone, or behind a redirect
              <img src={now} alt={name} className={whole} style={{ clipPath: `inset(0 0 0 ${share}%)` }} />
            )}
            <span
              aria-hidden="true"
              className="absolute inset-y-0 w-0.5 bg-white shadow-float"
              style={{ left: `${share}%` }}
            />
            <span className="absolute bottom-2 left-2 rounded-full bg-surface/90 px-2.5 py-1 text-xs">
              {t('then')}
            </span>
            <span className="absolute right-2 bottom-2 rounded-full bg-surface/90 px-2.5 py-1 text-xs">
              {t('now')}
            </span>
          </div>
          <input
            type="range"
            min={0}
            max={100}
            value={share}
            onChange={({ target }) => setShare(Number(target.value))}
            aria-label={t('slide')}
            className="h-14 w-full accent-accent"
          />
        </div>
      </SheetContent>
    </Sheet>
  )
}
