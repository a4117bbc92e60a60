import { useTranslations } from 'next-intl'
import { MarkedPhoto, type PhotoMark } from '@/components/handover/photos/marked-photo'
import { photoAddress } from '@/components/handover/photos/photo-address'
import { Card } from '@/components/ui/card'
import { DateTime } from '@/components/ui/date-time'
import type { ContractSide } from '@/lib/contracts/queries/detail'
import { legsOf } from '@/lib/contracts/rules'
import { isLicence } from '@/lib/handover/rules'
import { PHOTO_POSITIONS, type PhotoPosition } from '@/lib/handover/schema'

type PhotosCardProps = { handovers: ContractSide[]; timeZone: string }
type Photo = ContractSide['photos'][number]

/** Each vehicle as it went out and as it came back, side by side, place by place. */
export function PhotosCard({ handovers, timeZone }: PhotosCardProps) {
  const t = useTranslations('contracts.detail')
  const legs = legsOf(handovers)
  return legs.map(({ out, back }) => (
    <VehiclePhotos
      key={out.id}
      title={legs.length > 1 ? t('photosOf', { plate: out.vehicle?.plate ?? '' }) : t('photos')}
      handovers={back ? [out, back] : [out]}
      timeZone={timeZone}
    />
  ))
}

function VehiclePhotos({ title, handovers, timeZone }: PhotosCardProps & { title: string }) {
  // Whoever opens a licence leaves a trace: they stand with the drivers, not among what is looked at in passing.
  const places = PHOTO_POSITIONS.filter(
    (position) =>
      !isLicence(position) &&
      handovers.some(({ photos }) => photos.some((photo) => photo.position === position)),
  )
  if (places.length === 0) return null
  return (
    <Card title={title}>
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2 2xl:grid-cols-3">
        {places.map((position) => (
          <Place key={position} position={position} handovers={handovers} timeZone={timeZone} />
        ))}
      </div>
    </Card>
  )
}

function Place({ position, handovers, timeZone }: PhotosCardProps & { position: PhotoPosition }) {
  const t = useTranslations('handover.photos')
  const kinds = useTranslations('handover.list')
  return (
    <section className="grid content-start gap-1.5">
      <h3 className="font-medium text-sm">{t(`positions.${position}`)}</h3>
      <div className="grid grid-cols-2 gap-2">
        {(['out', 'back'] as const).map((way, nth) => {
          const side = handovers[nth]
          const kind = side?.kind ?? 'return'
          const photos = side?.photos.filter((photo) => photo.position === position) ?? []
          return (
            <div key={way} className="grid content-start gap-2">
              {photos.map((photo) => (
                <Picture
                  key={photo.id}
                  handoverId={side?.id ?? ''}
                  photo={photo}
                  marks={(side?.damages ?? []).flatMap(({ id, photo_id, photo_x, photo_y }) =>
                    photo_id === photo.id
                      ? { id, x: Number(photo_x), y: Number(photo_y), isNew: way === 'back' }
                      : [],
                  )}
                  alt={`${t(`positions.${position}`)}, ${kinds(kind)}`}
                />
              ))}
              {photos.length === 0 && (
                <div className="grid aspect-4/3 place-items-center rounded border border-dashed text-faint text-xs">
                  {t('noneBefore')}
                </div>
              )}
              <p className="truncate text-muted text-xs">
                {kinds(kind)}
                {photos[0] && (
                  <>
                    , <DateTime instant={photos[0].taken_at} timeZone={timeZone} />
                  </>
                )}
              </p>
            </div>
          )
        })}
      </div>
    </section>
  )
}

type PictureProps = { handoverId: string; photo: Photo; marks: PhotoMark[]; alt: string }

function Picture({ handoverId, photo, marks, alt }: PictureProps) {
  return (
    <a
      href={photoAddress(handoverId, photo.id, 'full')}
      target="_blank"
      rel="noreferrer"
      className="block overflow-hidden rounded border bg-sunken"
    >
      <MarkedPhoto
        src={photoAddress(handoverId, photo.id, 'thumbnail')}
        alt={alt}
        marks={marks}
        className="aspect-4/3 w-full object-cover"
      />
    </a>
  )
}
