import { useTranslations } from 'next-intl'
import { ComparePlace } from '@/components/contracts/compare-place'
import type { Picture } from '@/components/handover/photos/compare-pictures'
import { MarkedPhoto } from '@/components/handover/photos/marked-photo'
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
  const name = t(`positions.${position}`)
  const sides = (['out', 'back'] as const).map((way, nth) => {
    const side = handovers[nth]
    const kind = kinds(side?.kind ?? 'return')
    const photos = side?.photos.filter((photo) => photo.position === position) ?? []
    const pictures = photos.map((photo) =>
      toPicture(photo, { side, way, label: kind, alt: `${name}, ${kind}` }),
    )
    return { way, kind, pictures, takenAt: photos[0]?.taken_at }
  })
  const [before, after] = sides.map(({ pictures }) => pictures.at(-1))
  return (
    <section className="grid content-start gap-1.5">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h3 className="font-medium text-sm">{name}</h3>
        {before && after && position !== 'free' && (
          <ComparePlace before={before} after={after} title={t('compare', { position: name })} />
        )}
      </div>
      <div className="grid grid-cols-2 gap-2">
        {sides.map(({ way, kind, pictures, takenAt }) => (
          <div key={way} className="grid content-start gap-2">
            {pictures.map((picture) => (
              <a
                key={picture.full}
                href={picture.full}
                target="_blank"
                rel="noreferrer"
                className="block overflow-hidden rounded border bg-sunken"
              >
                <MarkedPhoto
                  src={picture.small}
                  alt={picture.alt}
                  marks={picture.marks}
                  fit="contain"
                  className="aspect-4/3"
                />
              </a>
            ))}
            {pictures.length === 0 && (
              <div className="grid aspect-4/3 place-items-center rounded border border-dashed text-faint text-xs">
                {t('noneBefore')}
              </div>
            )}
            <p className="text-pretty text-muted text-xs">
              {kind}
              {takenAt && (
                <>
                  , <DateTime instant={takenAt} timeZone={timeZone} />
                </>
              )}
            </p>
          </div>
        ))}
      </div>
    </section>
  )
}

type Seen = { side: ContractSide | undefined; way: 'out' | 'back' } & Pick<Picture, 'label' | 'alt'>

/** A photo with the damage that was found on it; what was found when the vehicle came back is new. */
function toPicture({ id }: Photo, { side, way, ...words }: Seen): Picture {
  const handoverId = side?.id ?? ''
  const marks = (side?.damages ?? []).flatMap((damage) =>
    damage.photo_id === id
      ? {
          id: damage.id,
          x: Number(damage.photo_x),
          y: Number(damage.photo_y),
          isNew: way === 'back',
        }
      : [],
  )
  const address = (size: 'thumbnail' | 'full') => photoAddress(handoverId, id, size)
  return { small: address('thumbnail'), full: address('full'), marks, ...words }
}
