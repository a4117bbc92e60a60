import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPoint, readPoint } from '@/lib/core/point'

test('a point is read as map services copy it', () => {
  const zurich = { latitude: 47.37794, longitude: 8.5402 }
  for (const text of [
    '47.37794, 8.5402',
    '47.37794,8.5402',
    ' 47.37794 8.5402 ',
    '47.37794°, 8.5402°',
    '47,37794; 8,5402',
    '+47.37794, +8.5402',
  ])
    expect(readPoint(text), text).toEqual(zurich)
  expect(readPoint('-33.9, -70')).toEqual({ latitude: -33.9, longitude: -70 })
})

test('what is no point on earth is none', () => {
  for (const text of [
    '',
    '47.4',
    '91, 8',
    '47, 181',
    'Zürich',
    '47.4, 8.5, 400',
    '4e1, 8',
    '47.4, NaN',
    '٤٧, ٨',
  ])
    expect(readPoint(text), text).toBeNull()
})

test('what is written of a point reads as the same point', () => {
  const degrees = (most: number) => fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((n) => n / 1e5)
  fc.assert(
    fc.property(degrees(90), degrees(180), (latitude, longitude) => {
      const read = readPoint(formatPoint({ latitude, longitude }))
      expect(read?.latitude).toBeCloseTo(latitude, 5)
      expect(read?.longitude).toBeCloseTo(longitude, 5)
    }),
  )
})
