import { readFileSync } from 'node:fs'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** Longitude and latitude in degrees. */
export type LonLat = [longitude: number, latitude: number]
type Ring = LonLat[]

interface Country {
  cantons: Ring[]
  lakes: Ring[]
  /** Municipalities by name, at their middle. */
  places: { name: string; at: LonLat }[]
}

type File = Topology<{ cantons: GeometryCollection; lakes: GeometryCollection }> & {
  places: [name: string, longitude: number, latitude: number][]
}

let country: Country | undefined

/** Switzerland's cantons, lakes and municipalities, read once. Simplified from the Federal Statistical Office's boundaries of 2023 (package `swiss-maps`). */
export function switzerland(): Country {
  country ??= read()
  return country
}

function read(): Country {
  const file = JSON.parse(readFileSync(new URL('switzerland.json', import.meta.url), 'utf8')) as File
  const rings = (name: 'cantons' | 'lakes') =>
    feature(file, file.objects[name]).features.flatMap(({ geometry }) => {
      if (geometry.type === 'Polygon') return geometry.coordinates as Ring[]
      return geometry.type === 'MultiPolygon' ? (geometry.coordinates.flat() as Ring[]) : []
    })
  return {
    cantons: rings('cantons'),
    lakes: rings('lakes'),
    places: file.places.map(([name, longitude, latitude]) => ({ name, at: [longitude, latitude] })),
  }
}
