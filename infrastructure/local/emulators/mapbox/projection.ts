import type { LonLat } from './switzerland.ts'

/** A piece of the world in Web Mercator: its middle, and how many pixels the whole world is wide. */
export interface View {
  center: LonLat
  worldPixels: number
  width: number
  height: number
}

const TILE = 512
const MOST_ZOOM = 15

const x = (longitude: number) => (longitude + 180) / 360
const y = (latitude: number) => {
  const radians = (latitude * Math.PI) / 180
  return (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2
}
const latitudeAt = (fraction: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * fraction))) * 180) / Math.PI

/** A view at a zoom level of Mapbox's. */
export function viewAt(center: LonLat, zoom: number, width: number, height: number): View {
  return { center, worldPixels: TILE * 2 ** zoom, width, height }
}

/** The closest view that shows all points with `padding` pixels around them. */
export function viewOf(points: LonLat[], padding: number, width: number, height: number): View {
  const [xs, ys] = [points.map(([longitude]) => x(longitude)), points.map(([, latitude]) => y(latitude))]
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const inside = (pixels: number) => Math.max(pixels - 2 * padding, 1)
  const fitting = Math.min(inside(width) / (east - west || 1e-9), inside(height) / (south - north || 1e-9))
  return {
    center: [((west + east) / 2) * 360 - 180, latitudeAt((north + south) / 2)],
    worldPixels: Math.min(fitting, TILE * 2 ** MOST_ZOOM),
    width,
    height,
  }
}

/** Where a point lies on the view, in pixels from its upper left corner. */
export function project(view: View, [longitude, latitude]: LonLat): [number, number] {
  const { center, worldPixels, width, height } = view
  return [
    (x(longitude) - x(center[0])) * worldPixels + width / 2,
    (y(latitude) - y(center[1])) * worldPixels + height / 2,
  ]
}
