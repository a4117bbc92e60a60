import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { tally } from '../load/http.ts'
import { overlaps, pickPrize, raceAtDataApi, raceOnSite } from '../load/races.ts'

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
test.afterAll(() => sql.end())
test.skip(({ isMobile }) => isMobile === true, 'needs no screen')

test('of 200 buyers of one vehicle on the booking site exactly one gets it', async () => {
  expect(tally(await raceOnSite(await pickPrize(sql, 1)))).toEqual({ 201: 1, 409: 199 })
  expect(await overlaps(sql)).toBe(0)
})

test('of 200 buyers straight at the Data API exactly one gets it', async () => {
  expect(tally(await raceAtDataApi(await pickPrize(sql, 2)))).toEqual({ 200: 1, 409: 199 })
  expect(await overlaps(sql)).toBe(0)
})
