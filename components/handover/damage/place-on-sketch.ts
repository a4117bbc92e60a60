import { BODY_TYPES } from '@/components/icons/body-type'
import { areasOf, sketchFor } from '@/components/icons/sketches/zones'
import type { Damage } from '@/lib/handover/handover'

type Place = { x: number; y: number }

/** So much of an area is drawing; around it is paper. */
const DRAWN = 0.7

/**
 * Roughly where on the sketch a mark belongs that was put on a photo: in the part it shows, as the sketch has that part
 * folded open. The left side lies with its roof to the right, the right side the other way round; fronts are at the top.
 */
export function placeOnSketch(bodyType: string, view: Damage['view'], at: Place = { x: 0.5, y: 0.5 }): Place {
  const sketch = sketchFor(BODY_TYPES.find((type) => type === bodyType) ?? 'compact')
  const area = areasOf(sketch).find(({ zone }) => zone === view)
  if (!area) return { x: 0.5, y: 0.5 }
  const turned: Partial<Record<Damage['view'], Place>> = {
    left: { x: 1 - at.y, y: at.x },
    right: { x: at.y, y: 1 - at.x },
  }
  const { x, y } = turned[view] ?? at
  const within = (from: number, size: number, share: number) => from + size * (0.5 + (share - 0.5) * DRAWN)
  return { x: within(area.x, area.width, x), y: within(area.y, area.height, y) }
}
