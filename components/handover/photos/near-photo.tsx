'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MarkedPhoto, type PhotoMark } from '@/components/handover/photos/marked-photo'
import type { MarkPlace } from '@/components/handover/photos/marks-of'
import { cn } from '@/components/ui/cn'

type NearPhotoProps = {
  src: string
  alt: string
  marks: PhotoMark[]
  /** Hears where the photo is tapped, instead of it coming nearer. */
  onMark?: (at: MarkPlace) => void
}

/** A photo in full that comes nearer when it is tapped. */
export function NearPhoto({ src, alt, marks, onMark }: NearPhotoProps) {
  const t = useTranslations('handover.photos')
  const [isNear, setNear] = useState(false)
  return (
    <div className="relative max-h-[56dvh] w-full overflow-auto rounded-lg">
      <div className={cn(isNear ? 'w-[250%]' : 'w-full')}>
        <MarkedPhoto
          src={src}
          alt={alt}
          marks={marks}
          onPress={onMark ?? (() => setNear(!isNear))}
          pressLabel={t(onMark ? 'markHint' : 'nearer')}
        />
      </div>
    </div>
  )
}
