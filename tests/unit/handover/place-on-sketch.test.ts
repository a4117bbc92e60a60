import { expect, test } from 'vitest'
import { placeOnSketch } from '@/components/handover/damage/place-on-sketch'
import { sketchFor, zoneAt } from '@/components/icons/sketches/zones'
import { DAMAGE_VIEWS } from '@/lib/handover/schema'

const corners = [0, 0.5, 1].flatMap((x) => [0, 0.5, 1].map((y) => ({ x, y })))

test.each(DAMAGE_VIEWS.filter((view) => view !== 'interior'))(
  'wherever a photo of the %s is tapped, the sketch is marked in that part',
  (view) => {
    for (const bodyType of ['compact', 'van', 'minibus', 'camper'] as const)
      for (const at of corners) {
        const { x, y } = placeOnSketch(bodyType, view, at)
        expect(zoneAt(sketchFor(bodyType), x, y)).toBe(view)
      }
  },
)

test('sides are folded open: seen from the left, the front of the vehicle is at the left of the photo and at the top of the sketch', () => {
  const nose = placeOnSketch('compact', 'left', { x: 0, y: 0.5 })
  const tail = placeOnSketch('compact', 'left', { x: 1, y: 0.5 })
  expect(nose.y).toBeLessThan(tail.y)
  const rightNose = placeOnSketch('compact', 'right', { x: 1, y: 0.5 })
  const rightTail = placeOnSketch('compact', 'right', { x: 0, y: 0.5 })
  expect(rightNose.y).toBeLessThan(rightTail.y)
  const roof = placeOnSketch('compact', 'left', { x: 0.5, y: 0 })
  const wheels = placeOnSketch('compact', 'left', { x: 0.5, y: 1 })
  expect(roof.x).toBeGreaterThan(wheels.x)
})

test('what is inside has no part of the sketch', () => {
  expect(placeOnSketch('compact', 'interior')).toEqual({ x: 0.5, y: 0.5 })
})
