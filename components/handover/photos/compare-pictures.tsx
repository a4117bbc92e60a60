'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { Choice } from '@/components/handover/choice'
import { MarkedPhoto, type PhotoMark } from '@/components/handover/photos/marked-photo'
import { useBestPicture } from '@/components/handover/photos/use-best-picture'
import { cn } from '@/components/ui/cn'

/** One of the two pictures: what is there at once, what is better to look at, and from when it is in a word. */
export type Picture = { small: string; full: string; label: string; alt: string; marks: PhotoMark[] }

type ComparePicturesProps = { before: Picture; after: Picture | null }

const badge = 'absolute bottom-2 rounded-full bg-surface/90 px-2.5 py-1 text-xs'

/**
 * A place as it was and as it is, whole, in frames of one shape: one over the other under a slider, so that the same part
 * of both is seen at the same spot, with what is new marked on either side of it; or both at once.
 */
export function ComparePictures({ before, after }: ComparePicturesProps) {
  const t = useTranslations('handover.photos')
  const [way, setWay] = useState<'over' | 'both'>('over')
  const [share, setShare] = useState(50)
  const [ratio, setRatio] = useState(4 / 3)
  const isUpright = ratio < 1
  // Both fit on the screen at once, beneath each other where that makes them larger.
  const height = way === 'over' ? 42 : isUpright ? 50 : 24
  const frame = { aspectRatio: ratio, width: `min(100%, ${height * ratio}dvh)` }
  const shape = 'relative mx-auto overflow-hidden rounded-lg bg-sunken'
  const first = <Whole picture={before} onShape={setRatio} />
  return (
    <div className="grid gap-3">
      <Choice
        legend={t('way')}
        options={[
          { value: 'over', label: t('over') },
          { value: 'both', label: t('both') },
        ]}
        chosen={way}
        onChoose={setWay}
        className="[&>button]:flex-1"
      />
      {way === 'over' ? (
        <>
          <div className={shape} style={frame}>
            {first}
            {after && (
              <div className="absolute inset-0">
                <Whole picture={after} seenFrom={share / 100} />
              </div>
            )}
            <span
              aria-hidden="true"
              className="absolute inset-y-0 w-0.5 bg-white shadow-float"
              style={{ left: `${share}%` }}
            />
            <span className={cn(badge, 'left-2')}>{before.label}</span>
            {after && <span className={cn(badge, 'right-2')}>{after.label}</span>}
          </div>
          <input
            type="range"
            min={0}
            max={100}
            value={share}
            onChange={({ target }) => setShare(Number(target.value))}
            aria-label={t('slide')}
            className="mx-auto h-14 accent-accent"
            style={{ width: frame.width }}
          />
        </>
      ) : (
        <div className={cn('grid gap-3', isUpright ? 'grid-cols-2' : 'sm:grid-cols-2')}>
          <div className={cn(shape, 'sm:!w-full')} style={frame}>
            {first}
            <span className={cn(badge, 'left-2')}>{before.label}</span>
          </div>
          {after && (
            <div className={cn(shape, 'sm:!w-full')} style={frame}>
              <Whole picture={after} />
              <span className={cn(badge, 'left-2')}>{after.label}</span>
            </div>
          )}
        </div>
      )}
    </div>
  )
}

type WholeProps = { picture: Picture } & Pick<ComponentProps<typeof MarkedPhoto>, 'seenFrom' | 'onShape'>

function Whole({ picture: { small, full, alt, marks }, ...props }: WholeProps) {
  const src = useBestPicture(small, full)
  return <MarkedPhoto src={src} alt={alt} marks={marks} fit="contain" {...props} />
}
