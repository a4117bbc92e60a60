import { cn } from '@/components/ui/cn'
import type { BrandPicture } from '@/lib/core/brand-pictures'

/** What lies behind a logo, so that it is seen on light and dark pages and on the company's own colour. */
const PLATES = {
  any: { page: 'transparent', colored: '#fff' },
  light: { page: 'light-dark(transparent, #fff)', colored: '#fff' },
  dark: { page: 'light-dark(#14171b, transparent)', colored: '#14171b' },
} as const

type CompanyMarkProps = {
  name: string
  logo: BrandPicture | null
  /** It lies on the company's colour. */
  isOnColor?: boolean
}

/** Whose page it is: the logo, or the first letter and the name. */
export function CompanyMark({ name, logo, isOnColor }: CompanyMarkProps) {
  if (logo) {
    return (
      <span
        style={{ background: PLATES[logo.ground][isOnColor ? 'colored' : 'page'] }}
        className="flex h-10 min-w-0 items-center rounded px-1"
      >
        <img
          src={logo.url}
          alt={name}
          width={logo.width}
          height={logo.height}
          fetchPriority="high"
          className="max-h-8 w-auto min-w-0 object-contain object-left"
        />
      </span>
    )
  }
  return (
    <>
      <span
        aria-hidden="true"
        className={cn(
          'grid size-8 shrink-0 place-items-center rounded text-base',
          isOnColor ? 'bg-accent-ink text-accent' : 'bg-accent text-accent-ink',
        )}
      >
        {name.slice(0, 1).toUpperCase()}
      </span>
      <span className="truncate">{name}</span>
    </>
  )
}
