'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Choice } from '@/components/handover/choice'
import { useHandover } from '@/components/handover/handover-context'
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

/** The same place at pickup and now, beneath each other or one over the other: what is new stands out, and is marked by tapping it. */
export function Compare({ before, photo, onRetake, onClose, onMark }: CompareProps) {
  const t = useTranslations('handover.photos')
  const { handover } = useHandover()
  const [way, setWay] = useState<'beside' | 'over'>('over')
  const [share, setShare] = useState(50)
  const [isMarking, setMarking] = useState(false)
  const now = usePhotoUrl(photo, handover.record?.id ?? null, 'full')
  const known = useKnownMarksOf(before.photoId)
  const found = useMarksOf(photo.id)
  const name = t(`positions.${photo.position}`)
  const whole = 'aspect-4/3 w-full object-cover'
  const then = photoAddress(before.handoverId, before.photoId, 'thumbnail')
  const isOver = way === 'over' && !isMarking
  const badge = 'absolute bottom-2 rounded-full bg-surface/90 px-2.5 py-1 text-xs'
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        side="bottom"
        title={t('compare', { position: name })}
        footer={
          <div className="grid w-full grid-cols-2 gap-2">
            <Button size="xl" onClick={onRetake}>
              {t('retake')}
            </Button>
            <Button size="xl" aria-pressed={isMarking} onClick={() => setMarking(!isMarking)}>
              {t(isMarking ? 'markNot' : 'mark')}
            </Button>
            <Button variant="primary" size="xl" className="col-span-2" onClick={onClose}>
              {t('compared')}
            </Button>
          </div>
        }
      >
        <div className="grid gap-3">
          {isMarking ? (
            <p role="status" className="text-base">
              {t('markHint')}
            </p>
          ) : (
            <Choice
              legend={t('way')}
              options={[
                { value: 'over', label: t('over') },
                { value: 'beside', label: t('beside') },
              ]}
              chosen={way}
              onChoose={setWay}
              className="[&>button]:flex-1"
            />
          )}
          {isOver ? (
            <div className="relative overflow-hidden rounded-lg bg-sunken">
              <MarkedPhoto src={then} alt={t('before', { position: name })} marks={known} className={whole} />
              {now && (
                <div className="absolute inset-0" style={{ clipPath: `inset(0 0 0 ${share}%)` }}>
                  <MarkedPhoto src={now} alt={name} marks={found} className={whole} />
                </div>
              )}
              <span
                aria-hidden="true"
                className="absolute inset-y-0 w-0.5 bg-white shadow-float"
                style={{ left: `${share}%` }}
              />
              <span className={`${badge} left-2`}>{t('then')}</span>
              <span className={`${badge} right-2`}>{t('now')}</span>
            </div>
          ) : (
            <div className="grid gap-3">
              {!isMarking && (
                <div className="relative overflow-hidden rounded-lg bg-sunken">
                  <MarkedPhoto
                    src={then}
                    alt={t('before', { position: name })}
                    marks={known}
                    className={whole}
                  />
                  <span className={`${badge} left-2`}>{t('then')}</span>
                </div>
              )}
              {now && (
                <div className="relative overflow-hidden rounded-lg bg-sunken">
                  <MarkedPhoto
                    src={now}
                    alt={name}
                    marks={found}
                    className={isMarking ? 'w-full' : whole}
                    {...(isMarking && { onPress: onMark, pressLabel: t('markHint') })}
                  />
                  <span className={`${badge} left-2`}>{t('now')}</span>
                </div>
              )}
            </div>
          )}
          {isOver && (
            <input
              type="range"
              min={0}
              max={100}
              value={share}
              onChange={({ target }) => setShare(Number(target.value))}
              aria-label={t('slide')}
              className="h-14 w-full accent-accent"
            />
          )}
          {!isMarking && <p className="text-muted text-sm">{t('marked', { count: found.length })}</p>}
        </div>
      </SheetContent>
    </Sheet>
  )
}
