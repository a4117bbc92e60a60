import 'server-only'
import type { Point } from '@/lib/core/point'
import { askMapbox } from '@/lib/integrations/mapbox/client'

type StaticMap = {
  /** One to 99 places, numbered from 1 in their order where there are several. */
  points: Point[]
  /** `#rrggbb` of the pins. */
  color: string
  look: 'light' | 'dark'
  /** In CSS pixels; the picture has twice as many. */
  width: number
  height: number
}

/** Zoom of a map of one place: its streets. */
const STREETS = 14

/** A drawn map that shows all points, as PNG. */
export async function staticMap({ points, color, look, width, height }: StaticMap): Promise<Buffer> {
  const at = ({ longitude, latitude }: Point) => `${longitude.toFixed(5)},${latitude.toFixed(5)}`
  const [only] = points
  const isOne = points.length === 1 && only !== undefined
  const pins = points.map((point, index) => {
    const label = isOne ? '' : `-${index + 1}`
    return `pin-l${label}+${color.slice(1)}(${at(point)})`
  })
  const view = isOne ? `${at(only)},${STREETS}` : 'auto'
  const path = `/styles/v1/mapbox/${look}-v11/static/${pins.join(',')}/${view}/${width}x${height}@2x`
  const answer = await askMapbox(path, isOne ? {} : { padding: '56' })
  return Buffer.from(await answer.arrayBuffer())
}
