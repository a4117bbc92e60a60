import { useState } from 'react'
import { compressPhoto } from '@/components/handover/photos/compress'
import { dropPhoto, type PhotoToSend, photoAddress, sendPhoto } from '@/components/handover/photos/send-photo'
import type { Handover } from '@/lib/handover/handover'
import type { PhotoPosition } from '@/lib/handover/schema'

/** A photo on the screen: stored, on its way, or waiting for another try with the reason. */
export type ShownPhoto = {
  id: string
  position: PhotoPosition
  url: string
  status: 'stored' | 'sending' | 'failed'
  problem?: string
  /** What is still to be sent; kept until the server has it. */
  waiting?: PhotoToSend
}

export type PhotoSet = {
  photos: ShownPhoto[]
  take: (position: PhotoPosition, file: File) => Promise<void>
  retry: (photo: ShownPhoto) => Promise<void>
  remove: (photo: ShownPhoto) => Promise<void>
}

/** The photos of a handover: the stored ones, and those this phone is sending. */
export function usePhotos({ id: handoverId, photos: stored }: Handover): PhotoSet {
  const [photos, setPhotos] = useState<ShownPhoto[]>(() =>
    stored.map(({ id, position }) => ({
      id,
      position,
      url: photoAddress(handoverId, id, 'thumbnail'),
      status: 'stored',
    })),
  )

  function update(id: string, change: Partial<ShownPhoto>) {
    setPhotos((all) => all.map((photo) => (photo.id === id ? { ...photo, ...change } : photo)))
  }

  async function send(waiting: PhotoToSend) {
    update(waiting.id, { status: 'sending', problem: undefined })
    try {
      await sendPhoto(handoverId, waiting)
      update(waiting.id, { status: 'stored', waiting: undefined })
    } catch (failure) {
      // A fetch that never arrived throws a TypeError: that is the network, and has its own sentence.
      const problem = failure instanceof TypeError ? undefined : (failure as Error).message
      update(waiting.id, { status: 'failed', problem })
    }
  }

  async function take(position: PhotoPosition, file: File) {
    const blob = await compressPhoto(file)
    const photo = { id: crypto.randomUUID(), position, takenAt: new Date().toISOString(), blob }
    const replaced = position === 'free' ? [] : photos.filter((known) => known.position === position)
    const url = URL.createObjectURL(blob)
    setPhotos((all) => [
      ...all.filter((known) => !replaced.includes(known)),
      { id: photo.id, position, url, status: 'sending', waiting: photo },
    ])
    await send(photo)
    for (const old of replaced)
      if (old.status === 'stored') await dropPhoto(handoverId, old.id).catch(() => {})
  }

  async function retry({ waiting }: ShownPhoto) {
    if (waiting) await send(waiting)
  }

  async function remove(photo: ShownPhoto) {
    if (photo.status === 'stored') await dropPhoto(handoverId, photo.id)
    setPhotos((all) => all.filter(({ id }) => id !== photo.id))
  }

  return { photos, take, retry, remove }
}
