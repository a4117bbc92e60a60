import { useTranslations } from 'next-intl'
import { type branchMap, MAP_SIZES, type MapLook } from '@/lib/booking-site/branch-map'

type BranchMapProps = { map: NonNullable<ReturnType<typeof branchMap>> }

/** Where the branches are, numbered as their cards; a picture of our own host, so that no visitor is handed to a map service. */
export function BranchMap({ map: { branches, version } }: BranchMapProps) {
  const t = useTranslations('booking-site.map')
  const address = ({ look, size }: MapLook) => `/map?look=${look}&size=${size}&at=${version}`
  const names = branches.map(({ name }, index) => (branches.length > 1 ? `${index + 1} ${name}` : name))
  const source = (look: MapLook['look'], size: MapLook['size']) => (
    <source
      media={`(prefers-color-scheme: ${look}) and (${size === 'wide' ? 'width >= 40rem' : 'width < 40rem'})`}
      srcSet={address({ look, size })}
      {...MAP_SIZES[size]}
    />
  )
  return (
    <picture>
      {source('dark', 'narrow')}
      {source('dark', 'wide')}
      {source('light', 'narrow')}
      <img
        src={address({ look: 'light', size: 'wide' })}
        alt={t('alt', { places: names.join(', ') })}
        {...MAP_SIZES.wide}
        loading="lazy"
        decoding="async"
        className="aspect-[3/2] w-full rounded-lg border bg-sunken object-cover text-muted text-sm sm:aspect-[1024/360]"
      />
    </picture>
  )
}
