import type { ComponentType } from 'react'
import { Camper } from '@/components/icons/silhouettes/camper'
import { Compact } from '@/components/icons/silhouettes/compact'
import { Minibus } from '@/components/icons/silhouettes/minibus'
import { Van } from '@/components/icons/silhouettes/van'
import type { Sketch } from '@/components/icons/sketches/zones'

const sides: Record<Sketch, { Drawn: ComponentType; scale: number }> = {
  car: { Drawn: Compact, scale: 0.86 },
  van: { Drawn: Van, scale: 0.72 },
  minibus: { Drawn: Minibus, scale: 0.72 },
  camper: { Drawn: Camper, scale: 0.66 },
}

/** Both sides, folded open beside the view from above: roofs inwards, wheels outwards, fronts at the top. */
export function SideViews({ sketch }: { sketch: Sketch }) {
  const { Drawn, scale } = sides[sketch]
  const side = (
    <g transform={`translate(196 100) rotate(-90) scale(${scale}) translate(-120 -87)`}>
      <Drawn />
    </g>
  )
  return (
    <>
      {side}
      <g transform="translate(200 0) scale(-1 1)">{side}</g>
    </>
  )
}
