'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Content, Dialog, Overlay, Portal, Title } from 'radix-ui/dialog'
import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react'
import { useHandover } from '@/components/handover/handover-context'
import { Outline } from '@/components/handover/photos/outline'
import { shoot, useCamera } from '@/components/handover/photos/use-camera'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { PhotoPosition } from '@/lib/handover/schema'

type CameraProps = {
  position: PhotoPosition
  /** Whose licence is looked at, where it is a further driver's. */
  driverId?: string | null
  /** Hears that the photo of this position is written down. */
  onTaken: () => void
  onClose: () => void
}

/** The camera with the ghost of what it should see; one press takes the photo and goes on to the next place. */
export function Camera({ position, driverId = null, onTaken, onClose }: CameraProps) {
  const t = useTranslations('handover.photos')
  const { takePhoto, failure } = useHandover()
  const fileId = useId()
  const video = useRef<HTMLVideoElement>(null)
  const { stream, zoom } = useCamera()
  const [isTaking, setTaking] = useState(false)
  // Two taps come before the first one is drawn, and mean one photo.
  const isBusy = useRef(false)
  // A camera that has just been opened shows nothing yet, and a press then would take nothing.
  const [isSeeing, setSeeing] = useState(false)
  const isOpen = useRef(true)
  const name = t(`positions.${position}`)

  useEffect(() => {
    if (video.current) video.current.srcObject = stream ?? null
  }, [stream])

  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])

  async function take(picture: Promise<Blob | null> | Blob | null) {
    if (isBusy.current) return
    isBusy.current = true
    setTaking(true)
    const file = await picture
    const isKept = file !== null && (await takePhoto(position, file, driverId))
    isBusy.current = false
    // Closed meanwhile: the photo is kept all the same, and no next one is asked for.
    if (!isOpen.current) return
    setTaking(false)
    if (isKept) onTaken()
  }
  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    // The same file may be chosen again after it was taken out.
    target.value = ''
    void take(file ?? null)
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <Portal>
        <Overlay className="fixed inset-0 z-50 bg-[black]" />
        <Content
          aria-describedby={undefined}
          className="dark fixed inset-0 z-50 flex flex-col bg-[black] text-white outline-none"
        >
          <div className="flex items-center justify-between px-4 pt-2">
            <Title className="font-semibold text-lg">{name}</Title>
            <IconButton label={t('close')} onClick={onClose} className="size-12 text-white">
              <X />
            </IconButton>
          </div>
          <div className="relative min-h-0 flex-1 overflow-hidden">
            {stream && (
              <video
                ref={video}
                autoPlay
                playsInline
                muted
                onLoadedData={() => setSeeing(true)}
                className="size-full object-cover"
              />
            )}
            {stream === null && (
              <p className="absolute inset-x-6 top-1/3 text-center text-base">{t('noCamera')}</p>
            )}
            <Outline
              position={position}
              className="absolute inset-4 h-[calc(100%-2rem)] w-[calc(100%-2rem)] opacity-70 [filter:drop-shadow(0_0_2px_black)]"
            />
          </div>
          {failure && (
            <p role="alert" className="px-4 pt-3 text-base">
              {t(`failures.${failure}`)}
            </p>
          )}
          {zoom && (
            <label className="flex items-center gap-3 px-4 pt-3 text-sm">
              {t('zoom')}
              <input
                type="range"
                min={zoom.min}
                max={zoom.max}
                step={0.1}
                defaultValue={zoom.min}
                onChange={({ target }) => zoom.set(Number(target.value))}
                className="h-12 flex-1"
              />
            </label>
          )}
          <div className="grid grid-cols-[1fr_auto_1fr] items-center gap-3 px-4 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))]">
            <label
              htmlFor={fileId}
              className="inline-flex min-h-14 cursor-pointer items-center text-base underline underline-offset-4 has-focus-visible:outline-2"
            >
              {t('chooseFile')}
              <input
                id={fileId}
                type="file"
                accept="image/*"
                capture="environment"
                onChange={choose}
                className="sr-only"
              />
            </label>
            <button
              type="button"
              aria-label={t('take', { position: name })}
              disabled={!stream || !isSeeing || isTaking}
              onClick={() => void take(video.current && shoot(video.current))}
              className="size-18 rounded-full border-4 border-white bg-white/30 disabled:opacity-40"
            />
            <Button variant="ghost" size="xl" onClick={onClose} className="justify-self-end text-white">
              {t('enough')}
            </Button>
          </div>
        </Content>
      </Portal>
    </Dialog>
  )
}
