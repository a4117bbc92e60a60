import { cn } from '@/components/ui/cn'
import type { PhotoPosition } from '@/lib/handover/schema'

/** What the picture should show, in a frame of 160 × 90. */
const PATHS: Partial<Record<PhotoPosition, string>> = {
  front:
    'M42 66V52l6-14 8-14h48l8 14 6 14v14zM42 66v8h12v-8M106 66v8h12v-8M52 38h56M50 50h14v6H50zM96 50h14v6H96zM70 58h20v6H70z',
  rear: 'M42 66V50l6-12 8-14h48l8 14 6 12v16zM42 66v8h12v-8M106 66v8h12v-8M54 36h52M46 46h12v10H46zM102 46h12v10h-12zM66 54h28v8H66z',
  left: 'M14 62c0-10 4-14 18-16l22-4 20-16h36l18 16 14 4c4 2 4 8 4 16h-8a11 11 0 0 0-22 0H58a11 11 0 0 0-22 0zM66 42l14-12h12v12zM98 30h10l14 12H98zM36 62a11 11 0 1 0 22 0a11 11 0 1 0-22 0M116 62a11 11 0 1 0 22 0a11 11 0 1 0-22 0',
  right:
    'M146 62c0-10-4-14-18-16l-22-4-20-16H50L32 42l-14 4c-4 2-4 8-4 16h8a11 11 0 0 1 22 0h58a11 11 0 0 1 22 0zM94 42L80 30H68v12zM62 30H52L38 42h24zM124 62a11 11 0 1 1-22 0a11 11 0 1 1 22 0M44 62a11 11 0 1 1-22 0a11 11 0 1 1 22 0',
  front_left:
    'M18 64V50l10-8 12-4 16-14h40l20 14 24 6 6 6v12h-12a10 10 0 0 0-20 0H76a10 10 0 0 0-20 0zM18 50l30 2 10-14M58 38l8-10h26l16 10zM24 54h10v6H24zM56 64a10 10 0 1 0 20 0a10 10 0 1 0-20 0M114 64a10 10 0 1 0 20 0a10 10 0 1 0-20 0',
  rear_right:
    'M142 64V46l-8-6-12-4-14-12H70L46 38l-26 6-6 8v12h12a10 10 0 0 1 20 0h38a10 10 0 0 1 20 0zM142 48l-28 4-10-14M100 38L92 28H72L54 38zM126 50h12v8h-12zM104 64a10 10 0 1 1-20 0a10 10 0 1 1 20 0M46 64a10 10 0 1 1-20 0a10 10 0 1 1 20 0',
  interior:
    'M30 78V58c0-6 4-8 8-8l4-22c1-6 6-8 12-8s11 2 12 8l4 22c4 0 8 2 8 8v20zM82 78V58c0-6 4-8 8-8l4-22c1-6 6-8 12-8s11 2 12 8l4 22c4 0 8 2 8 8v20zM38 50h32M90 50h32',
  dashboard:
    'M14 70V44c0-12 8-18 20-18h92c12 0 20 6 20 18v26zM28 52a18 18 0 0 1 36 0M46 52l8-10M96 52a18 18 0 0 1 36 0M114 52l-6-12M66 60h28v8H66z',
}

/** The ghost of what belongs in the picture: the camera shows it over what it sees. */
export function Outline({ position, className }: { position: PhotoPosition; className?: string }) {
  const path = PATHS[position]
  if (!path) return null
  return (
    <svg
      viewBox="0 0 160 90"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinejoin="round"
      strokeLinecap="round"
      className={cn('pointer-events-none', className)}
    >
      <path d={path} />
    </svg>
  )
}
