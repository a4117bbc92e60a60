import { GROUP_HEIGHT, LINE_HEIGHT, type Scale, widthOf, xOf } from '@/components/timeline/geometry'
import type { Equipment } from '@/lib/core/equipment'
import type { Block, Timeline, TimelineVehicle } from '@/lib/timeline/answer'
import {
  type BlockState,
  isFound,
  isWanted,
  type Placed,
  placeBlocks,
  shownEnd,
  stateOf,
} from '@/lib/timeline/rules'
import type { Grouping } from '@/lib/timeline/schema'

/** Where a block is shown while the database has not answered yet. */
export type Place = {
  vehicleId: string
  startsAt: number
  endsAt: number
  /** It was put onto this very vehicle, which was open before. */
  isFixed?: boolean
}

/** A block as it is drawn; all of it, so that what looks as before is not drawn again. */
export type DrawnBlock = Placed & {
  plate: string
  state: BlockState
  /** Until when it is drawn. */
  shownUntil: number
  /** It stands beside what somebody looks for. */
  isFaded: boolean
}

export type Row =
  | { kind: 'group'; id: string; name: string; count: number }
  | {
      kind: 'line'
      id: string
      /** Null: the lane of what has no vehicle of its own yet. */
      vehicle: TimelineVehicle | null
      blocks: DrawnBlock[]
      /** What stands here provisionally; it is dealt with in its lane. */
      shadows: Block[]
      lines: number
    }

export type LineRow = Extract<Row, { kind: 'line' }>

type Narrowing = {
  group: Grouping
  text: string
  /** A piece of equipment the vehicles have. */
  equipment: Equipment | null
  now: number
  timeZone: string
  moved: Map<string, Place>
}

/** The lines of the board: groups with their vehicles, narrowed to what somebody types and to equipment. */
export function rowsOf(timeline: Timeline, narrowing: Narrowing): Row[] {
  const { group, text, equipment, moved } = narrowing
  const vehicles = withMoved(timeline.vehicles, moved).filter(
    (vehicle) => isWanted(vehicle, text) && (!equipment || vehicle.equipment.includes(equipment)),
  )
  const groups = group === 'category' ? timeline.categories : timeline.locations
  const idOf = (vehicle: TimelineVehicle) => (group === 'category' ? vehicle.categoryId : vehicle.locationId)
  const byGroup = Map.groupBy(vehicles, idOf)
  return groups.flatMap(({ id, name }): Row[] => {
    const members = byGroup.get(id) ?? []
    if (members.length === 0) return []
    return [
      { kind: 'group', id, name, count: members.length },
      ...openLane(id, members, narrowing),
      ...members.map((vehicle): Row => {
        const shadows = vehicle.blocks.filter(({ isOpen }) => isOpen)
        const own = vehicle.blocks.filter(({ isOpen }) => !isOpen)
        return { kind: 'line', id: vehicle.id, vehicle, shadows, ...lineOf(own, [vehicle], narrowing) }
      }),
    ]
  })
}

/** What is booked by category and has no vehicle of its own yet, above the vehicles it may get. */
function openLane(groupId: string, members: TimelineVehicle[], narrowing: Narrowing): Row[] {
  const open = members.flatMap(({ blocks }) => blocks.filter(({ isOpen }) => isOpen))
  if (open.length === 0) return []
  const line = lineOf(open, members, narrowing)
  return [{ kind: 'line', id: `open ${groupId}`, vehicle: null, shadows: [], ...line }]
}

/** Blocks as they are drawn beside each other on one line, or below where they overlap. */
function lineOf(blocks: Block[], vehicles: TimelineVehicle[], { text, now, timeZone }: Narrowing) {
  const { placed, lines } = placeBlocks(blocks, now)
  const plates = new Map(vehicles.map(({ id, plate }) => [id, plate]))
  const found = new Set(placed.filter((block) => isFound(block, text)))
  const drawn = placed.map(
    (block): DrawnBlock => ({
      ...block,
      plate: plates.get(block.vehicleId) ?? '',
      state: stateOf(block, now, timeZone),
      shownUntil: shownEnd(block, now),
      isFaded: found.size > 0 && !found.has(block),
    }),
  )
  return { blocks: drawn, lines }
}

export function heightOf(row: Row): number {
  return row.kind === 'line' ? row.lines * LINE_HEIGHT : GROUP_HEIGHT
}

/** What lasts for an hour only is seen in a quarter, too. */
const MIN_WIDTH = 5

/** Where a block is drawn on its line; what began before the three months or ends after them ends at their edge. */
export function boxOf({ startsAt, shownUntil }: DrawnBlock, scale: Scale): { left: number; width: number } {
  const left = Math.max(0, xOf(startsAt, scale))
  const right = Math.min(widthOf(scale), xOf(shownUntil, scale))
  return { left, width: Math.max(MIN_WIDTH, right - left - 1) }
}

/** How far below the first row one stands. */
export function topOf(rows: Row[], id: string): number {
  const above = rows.slice(
    0,
    Math.max(
      0,
      rows.findIndex((row) => row.kind === 'line' && row.id === id),
    ),
  )
  return above.reduce((sum, row) => sum + heightOf(row), 0)
}

function withMoved(vehicles: TimelineVehicle[], moved: Map<string, Place>): TimelineVehicle[] {
  if (moved.size === 0) return vehicles
  const arriving = vehicles
    .flatMap(({ blocks }) => blocks)
    .flatMap((block): Block[] => {
      const place = moved.get(block.key)
      return place ? [{ ...block, ...place, isOpen: block.isOpen && !place.isFixed }] : []
    })
  return vehicles.map((vehicle) => {
    const stay = vehicle.blocks.filter(({ key }) => !moved.has(key))
    const come = arriving.filter(({ vehicleId }) => vehicleId === vehicle.id)
    return stay.length === vehicle.blocks.length && come.length === 0
      ? vehicle
      : { ...vehicle, blocks: [...stay, ...come] }
  })
}
