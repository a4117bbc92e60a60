import { useEffect, useState } from 'react'
import { usePhone } from '@/components/handover/phone/phone-context'
import { photoAddress } from '@/components/handover/photos/photo-address'
import type { ShownPhoto } from '@/lib/handover/offline/view'

/** Where a photo can be seen: on this phone while it has its bytes, else at the server. */
export function usePhotoUrl(
  photo: ShownPhoto | undefined,
  handoverId: string | null,
  size: 'thumbnail' | 'full',
): string | null {
  const { store } = usePhone()
  const [local, setLocal] = useState<string | null>(null)
  const id = photo?.id
  const isHere = photo?.isHere ?? false

  useEffect(() => {
    setLocal(null)
    if (!id || !isHere) return
    let url: string | null = null
    let isGone = false
    void store.photo(id).then((bytes) => {
      if (!bytes || isGone) return
      url = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
      setLocal(url)
    })
    return () => {
      isGone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [store, id, isHere])

  if (local) return local
  return photo && !isHere && handoverId ? photoAddress(handoverId, photo.id, size) : null
}
