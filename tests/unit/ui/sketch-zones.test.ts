import { expect, test } from 'vitest'
import { areasOf, SKETCHES, sketchFor, zoneAt } from '@/components/icons/sketches/zones'

test.each(SKETCHES)('every point of the %s sketch has the name of the area it lies in', (sketch) => {
  for (let step = 0; step < 400; step += 1) {
    const [x, y] = [((step % 20) + 0.5) / 20, (Math.floor(step / 20) + 0.5) / 20]
    const inside = areasOf(sketch).filter(
      (area) => x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height,
    )
    expect(inside.map(({ zone }) => zone)).toEqual([zoneAt(sketch, x, y)])
  }
})

test('cars of every size share a sketch, boxes have their own', () => {
  expect(sketchFor('convertible')).toBe('car')
  expect(sketchFor('camper')).toBe('camper')
})
