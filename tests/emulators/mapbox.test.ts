import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { project, viewAt, viewOf } from '../../infrastructure/local/emulators/mapbox/projection.ts'
import { startMapbox } from '../../infrastructure/local/emulators/mapbox/start.ts'
import { freePort } from './support/free-port.ts'

const emulator = await startMapbox({ port: await freePort(), log: () => {} })
afterAll(() => emulator.close())

const ask = (path: string) => fetch(`${emulator.url}${path}`)
const forward = async (query: Record<string, string>) => {
  const answer = await ask(
    `/search/geocode/v6/forward?${new URLSearchParams({ country: 'ch', access_token: 'pk.x', ...query })}`,
  )
  return (await answer.json()) as {
    features: {
      properties: { feature_type: string; coordinates: { longitude: number; latitude: number } }
    }[]
  }
}
const map = (path: string) => ask(`/styles/v1/mapbox/${path}?access_token=pk.x`)

test('an address lies in its municipality, always at the same spot; others are not found', async () => {
  const asked = { street: 'Zollstrasse', address_number: '42', place: 'Zürich' }
  const [found] = (await forward(asked)).features
  expect(found?.properties.feature_type).toBe('address')
  expect(found?.properties.coordinates.latitude).toBeCloseTo(47.38, 1)
  expect(found?.properties.coordinates.longitude).toBeCloseTo(8.53, 1)
  expect((await forward(asked)).features).toEqual([found])
  expect((await forward({ place: 'Zürich' })).features[0]?.properties.feature_type).toBe('place')
  expect((await forward({ ...asked, place: 'Atlantis' })).features).toEqual([])
  expect((await forward({ ...asked, street: 'Nirgendsweg' })).features).toEqual([])
  expect((await forward({ ...asked, country: 'de' })).features).toEqual([])
})

test('a map has the size that was asked for, twice as fine, and every pin on it', async () => {
  const pins = 'pin-l-1+ff0000(8.54,47.378),pin-l-2+ff0000(8.735,47.498)'
  const answer = await map(`light-v11/static/${pins}/auto/400x300@2x`)
  expect(answer.status).toBe(200)
  const picture = sharp(Buffer.from(await answer.arrayBuffer()))
  expect(await picture.metadata()).toMatchObject({ format: 'png', width: 800, height: 600 })
  const dark = await map(`dark-v11/static/pin-l+ff0000(8.54,47.378)/8.54,47.378,14/400x300@2x`)
  const { dominant } = await sharp(Buffer.from(await dark.arrayBuffer())).stats()
  expect(Math.max(dominant.r, dominant.g, dominant.b)).toBeLessThan(80)
})

test('what Mapbox would refuse is refused', async () => {
  expect((await ask('/search/geocode/v6/forward?place=Zug')).status).toBe(401)
  expect((await map('light-v11/static/pin-l+red(8,47)/auto/400x300@2x')).status).toBe(422)
  expect((await map('light-v11/static/pin-l+ff0000(8,47)/auto/4000x300@2x')).status).toBe(422)
  expect((await map('light-v11/static/pin-l+ff0000(8,47)/somewhere/400x300@2x')).status).toBe(422)
  expect((await map('light-v11/tiles')).status).toBe(404)
})

test('a view shows its middle in the middle and all its points inside', () => {
  const view = viewAt([8.54, 47.37], 12, 400, 300)
  expect(project(view, [8.54, 47.37])).toEqual([200, 150])
  const points: [number, number][] = [
    [8.54, 47.378],
    [8.735, 47.498],
    [8.565, 47.45],
  ]
  const all = viewOf(points, 50, 400, 300)
  for (const point of points) {
    const [x, y] = project(all, point)
    expect(x).toBeGreaterThanOrEqual(49.9)
    expect(x).toBeLessThanOrEqual(350.1)
    expect(y).toBeGreaterThanOrEqual(49.9)
    expect(y).toBeLessThanOrEqual(250.1)
  }
})
