'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useHandover } from '@/components/handover/handover-context'
import { usePhotoUrl } from '@/components/handover/photos/local-photo'
import { type MarkPlace, useMarksOf } from '@/components/handover/photos/marks-of'
import { NearPhoto } from '@/components/handover/photos/near-photo'
import { Button } from '@/components/ui/button'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import type { ShownPhoto } from '@/lib/handover/offline/view'

type LargePhotoProps = {
  photo: ShownPhoto
  onRetake: () => void
  onClose: () => void
  /** Hears where a damage was tapped; a licence has none. */
  onMark?: (at: MarkPlace) => void
}

/** A photo in full: looked at from nearer, marked where it shows a damage, taken again, or taken out. */
export function LargePhoto({ photo, onRetake, onClose, onMark }: LargePhotoProps) {
  const t = useTranslations('handover.photos')
  const { handover, removePhoto } = useHandover()
  const [isMarking, setMarking] = useState(false)
  const url = usePhotoUrl(photo, handover.record?.id ?? null, 'full')
  const marks = useMarksOf(photo.id)
  const name = t(`positions.${photo.position}`)
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        side="bottom"
        title={name}
        footer={
          <div className="grid w-full grid-cols-[auto_1fr] gap-2">
            <Button
              size="xl"
              aria-label={t('remove')}
              onClick={() => void removePhoto(photo).then((isOut) => isOut && onClose())}
            >
              <Trash2 />
            </Button>
            <Button size="xl" onClick={onRetake}>
              {t('retake')}
            </Button>
            {onMark && (
              <Button
                variant="primary"
                size="xl"
                className="col-span-2"
                aria-pressed={isMarking}
                onClick={() => setMarking(!isMarking)}
              >
                {t(isMarking ? 'markNot' : 'mark')}
              </Button>
            )}
          </div>
        }
      >
        <div className="grid gap-2">
          {onMark && (
            <p role="status" className="text-muted text-sm">
              {isMarking ? t('markHint') : t('marked', { count: marks.length })}
            </p>
          )}
          {url && <NearPhoto src={url} alt={name} marks={marks} {...(isMarking && onMark && { onMark })} />}
        </div>
      </SheetContent>
    </Sheet>
  )
}
