import { useTranslations } from 'next-intl'
import { useHandover } from '@/components/handover/handover-context'
import { usePhotoUrl } from '@/components/handover/photos/local-photo'
import { MarkedPhoto } from '@/components/handover/photos/marked-photo'
import { photoAddress } from '@/components/handover/photos/photo-address'
import type { Damage } from '@/lib/handover/handover'

/** The photo that shows a mark, small; nothing for a mark that stands on the sketch alone. */
export function DamagePhoto({ damage, isNew = false }: { damage: Damage; isNew?: boolean }) {
  const t = useTranslations('handover.photos')
  const { handover } = useHandover()
  const { photo } = damage
  const own = handover.shownPhotos.find(({ id }) => id === photo?.id)
  const local = usePhotoUrl(own, handover.record?.id ?? null, 'thumbnail')
  if (!photo) return null
  const src = local ?? (photo.handoverId && photoAddress(photo.handoverId, photo.id, 'thumbnail'))
  if (!src) return null
  return (
    <span className="block w-20 shrink-0 overflow-hidden rounded border">
      <MarkedPhoto
        src={src}
        alt={t('ofDamage')}
        marks={[{ ...photo, isNew }]}
        fit="cover"
        className="aspect-4/3"
        scale={2}
      />
    </span>
  )
}
