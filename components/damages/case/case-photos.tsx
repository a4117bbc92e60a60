import { useTranslations } from 'next-intl'
import { MarkedPhoto, type PhotoMark } from '@/components/handover/photos/marked-photo'
import { photoAddress } from '@/components/handover/photos/photo-address'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import type { DamageCase } from '@/lib/damages/queries'
import type { PhotoPosition } from '@/lib/handover/schema'

type CasePhotosProps = { one: Pick<DamageCase, 'photos' | 'marks'>; timeZone: string }

/** What was photographed when the damage was found, and where it shows. */
export function CasePhotos({ one: { photos, marks }, timeZone }: CasePhotosProps) {
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
                <MarkedPhoto
                  src={photoAddress(photo.handover_id, photo.id, 'thumbnail')}
                  alt={place}
                  marks={marksOn(photo.id, marks)}
                  fit="contain"
                  className="aspect-4/3"
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

/** What has been repaired is dashed, as it is a ring on the sketch; the others have the sketch's numbers. */
function marksOn(photoId: string, marks: DamageCase['marks']): PhotoMark[] {
  const open = marks.filter(({ resolved_at }) => resolved_at === null)
  return marks
    .filter(({ photo_id }) => photo_id === photoId)
    .map((mark) => ({
      id: mark.id,
      x: Number(mark.photo_x),
      y: Number(mark.photo_y),
      isNew: mark.resolved_at === null,
      ...(mark.resolved_at === null && { number: open.indexOf(mark) + 1 }),
    }))
}
