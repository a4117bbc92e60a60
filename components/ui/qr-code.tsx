import { encode } from 'uqr'
import { cn } from '@/components/ui/cn'

type QrCodeProps = { text: string; label: string; className?: string }

/** A text for another phone's camera: black on white in any light, with the quiet edge that cameras need. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 3 })
  const dark = data.flatMap((cells, y) => cells.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={cn('bg-white', className)}
    >
      <path d={dark.join('')} fill="black" />
    </svg>
  )
}
