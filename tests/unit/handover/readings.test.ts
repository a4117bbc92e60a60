import { expect, test } from 'vitest'
import { PreviewReadings, Readings } from '@/lib/handover/schema'

const readings = { odometerKm: 21_400, fuelPercent: 50, clean: true }

test.each(['', ' ', undefined, null])(
  'an odometer that reads %j is not read yet, and not zero',
  (odometerKm) => {
    expect(PreviewReadings.safeParse({ odometerKm, fuelPercent: '50' }).success).toBe(false)
    expect(Readings.safeParse({ ...readings, odometerKm }).success).toBe(false)
  },
)

test('readings come from an address as digits, and from a phone as numbers', () => {
  expect(PreviewReadings.parse({ odometerKm: '21400', fuelPercent: '50' })).toEqual({
    odometerKm: 21_400,
    fuelPercent: 50,
  })
  expect(Readings.parse(readings)).toMatchObject(readings)
  expect(PreviewReadings.safeParse({ odometerKm: '2e4', fuelPercent: '50' }).success).toBe(false)
})
