import { useTranslations } from 'next-intl'
import { photoAddress } from '@/components/handover/photos/photo-address'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import type { DamageCase } from '@/lib/damages/queries'
import type { PhotoPosition } from '@/lib/handover/schema'

type CasePhotosProps = { photos: DamageCase['photos']; timeZone: string }

/** What was photographed when the damage was found. */
export function CasePhotos({ photos, timeZone }: CasePhotosProps) {
  const t = useTranslations('fleet.damageCases')
  const words = useTranslations('handover.photos')
  if (photos.length === 0) return null
  return (
    <Card title={t('photos')}>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {photos.map((photo) => {
          const place = words(`positions.${photo.position as PhotoPosition}`)
          return (
            <li key={photo.id} className="grid gap-1">
              <a
                href={photoAddress(photo.handover_id, photo.id, 'full')}
                target="_blank"
                rel="noreferrer"
                className="block overflow-hidden rounded border bg-sunken"
              >
                <img
                  src={photoAddress(photo.handover_id, photo.id, 'thumbnail')}
                  alt={place}
                  loading="lazy"
                  className="aspect-4/3 w-full object-cover"
                />
              </a>
              <p className="text-muted text-xs">
                {place}, <DateTime instant={photo.taken_at} timeZone={timeZone} />
              </p>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
