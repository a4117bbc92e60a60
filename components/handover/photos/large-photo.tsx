'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useHandover } from '@/components/handover/handover-context'
import { usePhotoUrl } from '@/components/handover/photos/local-photo'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import type { ShownPhoto } from '@/lib/handover/offline/view'

type LargePhotoProps = { photo: ShownPhoto; onRetake: () => void; onClose: () => void }

/** A photo in full: pressed it comes nearer; taken again, or taken out. */
export function LargePhoto({ photo, onRetake, onClose }: LargePhotoProps) {
  const t = useTranslations('handover.photos')
  const { handover, removePhoto } = useHandover()
  const [isNear, setNear] = useState(false)
  const url = usePhotoUrl(photo, handover.record?.id ?? null, 'full')
  const name = t(`positions.${photo.position}`)
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        side="bottom"
        title={name}
        footer={
          <div className="flex w-full gap-2">
            <Button size="xl" onClick={() => void removePhoto(photo).then((isOut) => isOut && onClose())}>
              {t('remove')}
            </Button>
            <Button variant="primary" size="xl" className="flex-1" onClick={onRetake}>
              {t('retake')}
            </Button>
          </div>
        }
      >
        <button
          type="button"
          onClick={() => setNear(!isNear)}
          aria-pressed={isNear}
          aria-label={t('nearer')}
          className="block max-h-[60dvh] w-full overflow-auto rounded-lg"
        >
          {url && (
            // biome-ignore lint/performance/noImgElement: a picture on this phone, or behind a redirect
            <img src={url} alt={name} className={cn('max-w-none', isNear ? 'w-[250%]' : 'w-full')} />
          )}
        </button>
      </SheetContent>
    </Sheet>
  )
}
