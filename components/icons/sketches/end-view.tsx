import { line } from '@/components/icons/silhouettes/parts'
import type { Sketch } from '@/components/icons/sketches/zones'

/** Height of the vehicle's face, its roof's half width, and where its windows end, on 200 × 200. */
const sizes: Record<Sketch, { height: number; roof: number; glass: number }> = {
  car: { height: 20, roof: 18, glass: 0.48 },
  van: { height: 23, roof: 25, glass: 0.5 },
  minibus: { height: 23, roof: 25, glass: 0.5 },
  camper: { height: 24, roof: 30, glass: 0.42 },
}

/** The vehicle's face or back; the wheels point away from the middle of the sketch, as if it were folded open. */
export function EndView({ sketch, end }: { sketch: Sketch; end: 'front' | 'rear' }) {
  const { height, roof, glass } = sizes[sketch]
  const base = 30
  const sill = base - (base - roof) * (1 - glass)
  const glassHeight = height * glass
  const isFront = end === 'front'
  const lampAt = -height * 0.42
  return (
    <g transform={isFront ? 'translate(100 26) scale(1 -1) translate(0 22)' : 'translate(100 196)'}>
      <path {...line} d={`M-27 0V2.5H-20V0M27 0V2.5H20V0`} fill="currentColor" fillOpacity={0.3} />
      <path
        {...line}
        d={`M${-base} 0V${-height * (1 - glass)}L${-roof} ${-height}H${roof}L${base} ${-height * (1 - glass)}V0Z`}
        fill="var(--surface)"
      />
      <path
        d={`M${-sill + 1} ${-height + glassHeight}L${-roof + 3} ${-height + 2.5}H${roof - 3}L${sill - 1} ${-height + glassHeight}Z`}
        fill="currentColor"
        fillOpacity={isFront || sketch !== 'van' ? 0.14 : 0.05}
      />
      <path
        {...line}
        d={`M${-base + 3} ${lampAt}H${-base + 10}M${base - 3} ${lampAt}H${base - 10}M-7 -4H7`}
        strokeWidth={isFront ? 2 : 1.5}
        strokeOpacity={0.6}
      />
    </g>
  )
}
