import type { ComponentProps, CSSProperties } from 'react'
import { EndView } from '@/components/icons/sketches/end-view'
import { SideViews } from '@/components/icons/sketches/side-views'
import { TopView } from '@/components/icons/sketches/top-view'
import { areasOf, type Sketch, type Zone } from '@/components/icons/sketches/zones'
import { cn } from '@/components/ui/cn'

/** Marks carry the colour here, so the drawing itself has none: a red brand must not look like damage. */
const plain = { '--accent-soft': 'var(--surface)', '--accent-line': 'currentColor' } as CSSProperties

type VehicleSketchProps = Omit<ComponentProps<'svg'>, 'viewBox'> & {
  sketch: Sketch
  /** What it shows, for those who cannot see it. */
  label: string
  /** A part to bring out: the one being looked at. */
  highlight?: Zone
}

/**
 * A vehicle folded open, for marking damage: roof in the middle, its four sides around it. The drawing spans 0 to 1
 * both ways, so a mark's position is its share of the picture at any size; children are drawn on top in those shares.
 */
export function VehicleSketch({
  sketch,
  label,
  highlight,
  className,
  children,
  ...props
}: VehicleSketchProps) {
  const area = areasOf(sketch).find(({ zone }) => zone === highlight)
  return (
    <svg {...props} viewBox="0 0 1 1" className={cn('aspect-square w-full text-muted', className)}>
      <title>{label}</title>
      {area && (
        <rect
          x={area.x}
          y={area.y}
          width={area.width}
          height={area.height}
          rx={0.02}
          fill="var(--accent-soft)"
        />
      )}
      <g transform="scale(0.005)" style={plain}>
        <SideViews sketch={sketch} />
        <TopView sketch={sketch} />
        <EndView sketch={sketch} end="front" />
        <EndView sketch={sketch} end="rear" />
      </g>
      {children}
    </svg>
  )
}
