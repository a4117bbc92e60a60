import 'server-only'
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import sharp from 'sharp'
import { AppError } from '@/lib/core/errors'
import type { Point } from '@/lib/core/point'
import { processWide } from '@/lib/core/process-wide'
import type { SiteCompany } from '@/lib/core/site-company'
import { together } from '@/lib/core/together'
import { hasMapbox } from '@/lib/integrations/mapbox/client'
import { staticMap } from '@/lib/integrations/mapbox/static-map'

/** Sizes of the map in CSS pixels: on a phone, and on anything wider. */
export const MAP_SIZES = { narrow: { width: 480, height: 320 }, wide: { width: 1024, height: 360 } } as const
export type MapLook = { look: 'light' | 'dark'; size: keyof typeof MAP_SIZES }

/** Mapbox numbers pins up to 99. */
const MOST_PINS = 99

type Branch = SiteCompany['locations'][number]

/** The branches whose place is known, in the order of their numbers on the map, and the map's version; null when there is no map. */
export function branchMap(company: SiteCompany): { branches: (Branch & Point)[]; version: string } | null {
  if (!hasMapbox()) return null
  const branches = company.locations.filter(isLocated).slice(0, MOST_PINS)
  if (branches.length === 0) return null
  const facts = branches.map(({ latitude, longitude }) => [latitude, longitude])
  const version = createHash('sha256')
    .update(JSON.stringify([facts, company.accentColor]))
    .digest('hex')
  return { branches, version: version.slice(0, 12) }
}

const isLocated = (branch: Branch): branch is Branch & Point =>
  branch.latitude !== null && branch.longitude !== null

const pictures = () =>
  processWide('branch-maps', () => new LRUCache<string, Buffer>({ max: 400, ttl: 24 * 60 * 60_000 }))

/**
 * The map of a company's branches as WebP. Drawn once a day and look, however many ask.
 * @throws AppError `not_found` without a map · `unavailable` when Mapbox does not answer
 */
export async function branchMapPicture(company: SiteCompany, { look, size }: MapLook): Promise<Buffer> {
  const map = branchMap(company)
  if (!map) throw new AppError('not_found')
  const key = `${company.id}:${map.version}:${look}:${size}`
  const known = pictures().get(key)
  if (known) return known
  return together(`branch-map:${key}`, async () => {
    const drawn = await draw(map.branches, company.accentColor, { look, size }).catch((cause: unknown) => {
      throw new AppError('unavailable', { cause })
    })
    pictures().set(key, drawn)
    return drawn
  })
}

async function draw(points: Point[], color: string, { look, size }: MapLook): Promise<Buffer> {
  const png = await staticMap({ points, color, look, ...MAP_SIZES[size] })
  return sharp(png).webp({ quality: 80 }).toBuffer()
}
