import type { ReactNode } from 'react'
import type { BrandPicture } from '@/lib/core/brand-pictures'

type SiteHeroProps = {
  title: ReactNode
  lead: ReactNode
  photo: (BrandPicture & { sources?: string }) | null
}

/** What the company says first, on its photo if it has one; the shade beneath the words keeps them readable on any photo. */
export function SiteHero({ title, lead, photo }: SiteHeroProps) {
  if (!photo) {
    return (
      <div>
        {title}
        <div className="text-lg text-muted">{lead}</div>
      </div>
    )
  }
  return (
    <div className="relative isolate flex h-52 items-end overflow-hidden rounded-lg bg-[#14171b] sm:h-80">
      <img
        src={photo.url}
        srcSet={photo.sources}
        sizes="(width < 64rem) 100vw, 64rem"
        alt=""
        width={photo.width}
        height={photo.height}
        fetchPriority="high"
        className="absolute inset-0 -z-2 size-full object-cover"
      />
      <div
        aria-hidden="true"
        className="absolute inset-0 -z-1 bg-linear-to-t from-[rgb(0_0_0/0.82)] via-55% via-[rgb(0_0_0/0.62)] to-transparent"
      />
      <div className="grid max-w-2xl gap-1 p-4 text-white sm:p-8">
        {title}
        <div className="text-lg">{lead}</div>
      </div>
    </div>
  )
}
