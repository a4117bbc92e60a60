import type { BodyType } from '@/components/icons/body-type'

/** Vehicles that look alike from above share a sketch. */
export const SKETCHES = ['car', 'van', 'minibus', 'camper'] as const
export type Sketch = (typeof SKETCHES)[number]

export const ZONES = ['front', 'rear', 'left', 'right', 'roof'] as const
export type Zone = (typeof ZONES)[number]

/** A part of the sketch, in shares of its width and height. */
type Area = { zone: Zone; x: number; y: number; width: number; height: number }

/** The sketch of a body type. */
export function sketchFor(body: BodyType): Sketch {
  return body === 'van' || body === 'minibus' || body === 'camper' ? body : 'car'
}

/** How far the bonnet and the tail reach into the view from above; boxes have next to none. */
const ENDS: Record<Sketch, { bonnet: number; tail: number }> = {
  car: { bonnet: 0.335, tail: 0.775 },
  van: { bonnet: 0.245, tail: 0.845 },
  minibus: { bonnet: 0.245, tail: 0.845 },
  camper: { bonnet: 0.215, tail: 0.845 },
}

const SIDE = 0.33

/** The named areas of a sketch. Together they cover it, so every point has a name. */
export function areasOf(sketch: Sketch): Area[] {
  const { bonnet, tail } = ENDS[sketch]
  const middle = { x: SIDE, width: 1 - 2 * SIDE }
  return [
    { zone: 'left', x: 0, y: 0, width: SIDE, height: 1 },
    { zone: 'right', x: 1 - SIDE, y: 0, width: SIDE, height: 1 },
    { zone: 'front', ...middle, y: 0, height: bonnet },
    { zone: 'roof', ...middle, y: bonnet, height: tail - bonnet },
    { zone: 'rear', ...middle, y: tail, height: 1 - tail },
  ]
}

/** The name of the place at a point of the sketch, both in shares from 0 to 1. */
export function zoneAt(sketch: Sketch, x: number, y: number): Zone {
  const { bonnet, tail } = ENDS[sketch]
  if (x < SIDE) return 'left'
  if (x > 1 - SIDE) return 'right'
  if (y < bonnet) return 'front'
  return y < tail ? 'roof' : 'rear'
}
