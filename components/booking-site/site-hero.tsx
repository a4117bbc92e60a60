import type { ReactNode } from 'react'
import type { BrandPicture } from '@/lib/core/brand-pictures'

type SiteHeroProps = {
  title: ReactNode
  lead: ReactNode
  photo: (BrandPicture & { sources?: string }) | null
}

/** White words on this much black are readable whatever the photo beneath, a white one too. */
const SHADE = 'from-[rgb(0_0_0/0.82)] to-[rgb(0_0_0/0.62)]'

/** What the company says first, on its photo if it has one; as high as its words need, which lie on their own shade. */
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
    <div className="relative isolate flex min-h-52 items-end overflow-hidden rounded-lg bg-[#14171b] sm:min-h-80">
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
        className={`relative w-full bg-linear-to-t p-4 text-white before:absolute before:inset-x-0 before:bottom-full before:h-24 before:bg-linear-to-t before:from-[rgb(0_0_0/0.62)] before:to-transparent sm:p-8 ${SHADE}`}
      >
        <div className="grid max-w-2xl gap-1 wrap-anywhere">
          {title}
          <div className="text-lg">{lead}</div>
        </div>
      </div>
    </div>
  )
}
