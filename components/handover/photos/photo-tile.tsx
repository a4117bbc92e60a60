'use client'

import { Camera, Check, CloudUpload, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useHandover } from '@/components/handover/handover-context'
import { usePhotoUrl } from '@/components/handover/photos/local-photo'
import { Outline } from '@/components/handover/photos/outline'
import { cn } from '@/components/ui/cn'
import type { ShownPhoto } from '@/lib/handover/offline/view'
import { isLicence } from '@/lib/handover/rules'
import type { PhotoPosition } from '@/lib/handover/schema'

type PhotoTileProps = {
  position: PhotoPosition
  photo?: ShownPhoto
  /** Pressed without a photo it asks for one, with a photo it shows it large. */
  onPress: () => void
}

/** One photo of the walk around, and how far it is. */
export function PhotoTile({ position, photo, onPress }: PhotoTileProps) {
  const t = useTranslations('handover.photos')
  const { handover } = useHandover()
  const url = usePhotoUrl(photo, handover.record?.id ?? null, 'thumbnail')
  const name = t(`positions.${position}`)
  return (
    <div className="grid gap-1.5">
      <button
        type="button"
        onClick={onPress}
        className={cn(
          'relative grid aspect-4/3 w-full place-items-center overflow-hidden rounded-lg border text-muted',
          photo ? 'border-line-strong bg-sunken' : 'border-line-strong border-dashed bg-surface',
        )}
      >
        {url ? (
          <img
            src={url}
            alt={t('look', { position: name })}
            className="absolute inset-0 size-full object-contain"
          />
        ) : (
          <span className="grid justify-items-center gap-2 p-2 text-center">
            {position === 'free' || isLicence(position) ? (
              <Camera aria-hidden="true" className="size-7" />
            ) : (
              <Outline position={position} className="h-12 w-20" />
            )}
            <span className="text-ink text-sm">{name}</span>
          </span>
        )}
        {photo && <Standing state={photo.state} />}
      </button>
      {photo && <p className="text-muted text-xs">{name}</p>}
    </div>
  )
}

function Standing({ state }: { state: ShownPhoto['state'] }) {
  const t = useTranslations('handover.photos')
  const isSent = state === 'stored' || state === 'sent'
  const Icon = isSent ? Check : state === 'attention' ? TriangleAlert : CloudUpload
  return (
    <span className="absolute right-2 bottom-2 inline-flex items-center gap-1.5 rounded-full bg-surface/90 px-2.5 py-1 text-ink text-xs">
      <Icon aria-hidden="true" className={cn('size-3.5', isSent && 'text-active-text')} />
      {t(isSent ? 'stored' : state === 'attention' ? 'attention' : 'waiting')}
    </span>
  )
}
