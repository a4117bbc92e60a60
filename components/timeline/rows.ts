import { GROUP_HEIGHT, LINE_HEIGHT } from '@/components/timeline/geometry'
import type { Equipment } from '@/lib/core/equipment'
import type { Block, Timeline, TimelineVehicle } from '@/lib/timeline/answer'
import { isWanted, type Placed, placeBlocks } from '@/lib/timeline/rules'
import type { Grouping } from '@/lib/timeline/schema'

/** Where a block is shown while the database has not answered yet. */
export type Place = {
  vehicleId: string
  startsAt: number
  endsAt: number
  /** It was put onto this very vehicle, which was open before. */
  isFixed?: boolean
}

export type Row =
  | { kind: 'group'; id: string; name: string; count: number }
  | {
      kind: 'line'
      id: string
      /** Null: the lane of what has no vehicle of its own yet. */
      vehicle: TimelineVehicle | null
      blocks: Placed[]
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
  moved: Map<string, Place>
}

/** The lines of the board: groups with their vehicles, narrowed to what somebody types and to equipment. */
export function rowsOf(timeline: Timeline, { group, text, equipment, now, moved }: Narrowing): Row[] {
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
      ...openLane(id, members, now),
      ...members.map((vehicle): Row => {
        const { placed, lines } = placeBlocks(
          vehicle.blocks.filter(({ isOpen }) => !isOpen),
          now,
        )
        const shadows = vehicle.blocks.filter(({ isOpen }) => isOpen)
        return { kind: 'line', id: vehicle.id, vehicle, blocks: placed, shadows, lines }
      }),
    ]
  })
}

/** What is booked by category and has no vehicle of its own yet, above the vehicles it may get. */
function openLane(groupId: string, members: TimelineVehicle[], now: number): Row[] {
  const open = members.flatMap(({ blocks }) => blocks.filter(({ isOpen }) => isOpen))
  if (open.length === 0) return []
  const { placed, lines } = placeBlocks(open, now)
  return [{ kind: 'line', id: `open ${groupId}`, vehicle: null, blocks: placed, shadows: [], lines }]
}

export function heightOf(row: Row | undefined): number {
  return row?.kind === 'line' ? row.lines * LINE_HEIGHT : GROUP_HEIGHT
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
