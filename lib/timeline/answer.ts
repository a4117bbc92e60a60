import { z } from 'zod'
import { EQUIPMENT, type Equipment } from '@/lib/core/equipment'
import { labelOf, type Names } from '@/lib/core/labels'

const Lists = <T extends z.ZodType>(item: T) => z.array(z.array(item)).nullable()

/** What the database's `timeline` answers: a column a fact, a list a vehicle. */
export const TimelineAnswer = z.object({
  from: z.iso.datetime(),
  version: z.string(),
  categories: z.array(z.tuple([z.string(), z.record(z.string(), z.string())])),
  locations: z.array(z.tuple([z.string(), z.string()])),
  vehicles: z.array(
    z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.array(z.enum(EQUIPMENT))]),
  ),
  customers: z.array(z.string()),
  s: Lists(z.number()),
  d: Lists(z.number()),
  k: z.array(z.string()).nullable(),
  n: Lists(z.string().nullable()),
  c: Lists(z.number()),
  r: Lists(z.number()),
})
export type TimelineAnswer = z.infer<typeof TimelineAnswer>

const KINDS = {
  h: 'hold',
  c: 'confirmed',
  a: 'active',
  d: 'done',
  m: 'maintenance',
  w: 'cleaning',
  b: 'job',
  x: 'calendar',
} as const

export type BlockKind = (typeof KINDS)[keyof typeof KINDS]

/** Something that occupies a vehicle. Instants in milliseconds. */
export type Block = {
  key: string
  vehicleId: string
  kind: BlockKind
  number: string | null
  customer: string | null
  startsAt: number
  endsAt: number
  version: number
  /** Booked by category: which vehicle it gets is open, the present one is provisional. */
  isOpen: boolean
}

/** A line of the timeline. */
export type TimelineVehicle = {
  id: string
  plate: string
  name: string
  categoryId: string
  locationId: string
  equipment: Equipment[]
  blocks: Block[]
}

export type Timeline = {
  version: string
  categories: { id: string; name: string }[]
  locations: { id: string; name: string }[]
  vehicles: TimelineVehicle[]
}

const MINUTE_MS = 60_000

/** The answer as records, in the reader's language. */
export function readTimeline(answer: TimelineAnswer, locale: string): Timeline {
  return {
    version: answer.version,
    categories: answer.categories.map(([id, names]) => ({ id, name: labelOf(names as Names, locale) })),
    locations: answer.locations.map(([id, name]) => ({ id, name })),
    vehicles: answer.vehicles.map(([id, plate, name, categoryId, locationId, equipment], line) => ({
      id,
      plate,
      name,
      categoryId,
      locationId,
      equipment,
      blocks: blocksOf(answer, line, id),
    })),
  }
}

function blocksOf(answer: TimelineAnswer, line: number, vehicleId: string): Block[] {
  const base = Date.parse(answer.from)
  return (answer.s?.[line] ?? []).map((start, nth) => {
    const number = answer.n?.[line]?.[nth] ?? null
    const letter = answer.k?.[line]?.[nth] ?? 'x'
    const startsAt = base + start * MINUTE_MS
    return {
      key: number ?? `${vehicleId}:${start}`,
      vehicleId,
      kind: KINDS[letter.toLowerCase() as keyof typeof KINDS] ?? 'calendar',
      number: number && `R-${number}`,
      customer: answer.customers[(answer.c?.[line]?.[nth] ?? 0) - 1] ?? null,
      startsAt,
      endsAt: startsAt + (answer.d?.[line]?.[nth] ?? 1) * MINUTE_MS,
      version: answer.r?.[line]?.[nth] ?? 0,
      isOpen: letter !== letter.toLowerCase(),
    }
  })
}
