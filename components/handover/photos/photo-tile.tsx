'use client'

import { Camera, Check, RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useId } from 'react'
import { useHandover } from '@/components/handover/handover-context'
import type { ShownPhoto } from '@/components/handover/photos/use-photos'
import { cn } from '@/components/ui/cn'
import { Spinner } from '@/components/ui/spinner'
import type { PhotoPosition } from '@/lib/handover/schema'

/** One photo of the walk around: pressed, it opens the camera; then it shows what was taken and whether it arrived. */
export function PhotoTile({ position, photo: given }: { position: PhotoPosition; photo?: ShownPhoto }) {
  const t = useTranslations('handover.photos')
  const { photos, take, retry } = useHandover()
  const id = useId()
  const photo =
    given ?? (position === 'free' ? undefined : photos.find((known) => known.position === position))

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    // The same photo may be chosen again after it was taken out.
    target.value = ''
    if (file) void take(position, file)
  }

  return (
    <div className="grid gap-1.5">
      <div className="relative">
        <input
          id={id}
          type="file"
          accept="image/*"
          capture="environment"
          onChange={choose}
          className="peer sr-only"
        />
        <label
          htmlFor={id}
          className={cn(
            'grid aspect-4/3 place-items-center overflow-hidden rounded-lg border text-muted',
            'peer-focus-visible:outline-2 peer-focus-visible:outline-ring peer-focus-visible:outline-offset-2',
            photo ? 'border-line-strong bg-sunken' : 'border-line-strong border-dashed bg-surface',
          )}
        >
          {photo ? (
            // biome-ignore lint/performance/noImgElement: private pictures behind a redirect, already small
            <img src={photo.url} alt={t(`positions.${position}`)} className="size-full object-cover" />
          ) : (
            <span className="grid justify-items-center gap-2 p-2 text-center">
              <Camera aria-hidden="true" className="size-7" />
              <span className="text-ink text-sm">{t(`positions.${position}`)}</span>
            </span>
          )}
        </label>
        {photo && <Standing photo={photo} onRetry={() => void retry(photo)} />}
      </div>
      {photo && <p className="text-muted text-xs">{t(`positions.${position}`)}</p>}
    </div>
  )
}

function Standing({ photo, onRetry }: { photo: ShownPhoto; onRetry: () => void }) {
  const t = useTranslations('handover.photos')
  const chip =
    'absolute right-2 bottom-2 inline-flex items-center gap-1.5 rounded-full bg-surface/90 px-2.5 py-1 text-xs'
  if (photo.status === 'stored')
    return (
      <span className={chip}>
        <Check aria-hidden="true" className="size-3.5 text-active-text" />
        {t('stored')}
      </span>
    )
  if (photo.status === 'sending')
    return (
      <span className={chip} role="status">
        <Spinner className="size-3.5" />
        {t('sending')}
      </span>
    )
  return (
    <button
      type="button"
      onClick={onRetry}
      className="absolute inset-0 grid place-content-center justify-items-center gap-1.5 rounded-lg bg-scrim p-3 text-center text-sm text-white"
    >
      <RotateCcw aria-hidden="true" className="size-5" />
      {photo.problem || t('notSent')}
      <span className="underline underline-offset-4">{t('retry')}</span>
    </button>
  )
}
