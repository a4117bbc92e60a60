import { GROUP_HEIGHT, LINE_HEIGHT } from '@/components/timeline/geometry'
import type { Block, Timeline, TimelineVehicle } from '@/lib/timeline/answer'
import { isWanted, type Placed, placeBlocks } from '@/lib/timeline/rules'
import type { Grouping } from '@/lib/timeline/schema'

/** Where a block is shown while the database has not answered yet. */
export type Place = { vehicleId: string; startsAt: number; endsAt: number }

export type Row =
  | { kind: 'group'; id: string; name: string; count: number }
  | { kind: 'line'; id: string; vehicle: TimelineVehicle; blocks: Placed[]; lines: number }

export type LineRow = Extract<Row, { kind: 'line' }>

/** The lines of the board: groups with their vehicles, narrowed to what somebody types. */
export function rowsOf(
  timeline: Timeline,
  { group, text, now, moved }: { group: Grouping; text: string; now: number; moved: Map<string, Place> },
): Row[] {
  const vehicles = withMoved(timeline.vehicles, moved).filter((vehicle) => isWanted(vehicle, text))
  const groups = group === 'category' ? timeline.categories : timeline.locations
  const idOf = (vehicle: TimelineVehicle) => (group === 'category' ? vehicle.categoryId : vehicle.locationId)
  const byGroup = Map.groupBy(vehicles, idOf)
  return groups.flatMap(({ id, name }): Row[] => {
    const members = byGroup.get(id) ?? []
    if (members.length === 0) return []
    return [
      { kind: 'group', id, name, count: members.length },
      ...members.map((vehicle): Row => {
        const { placed, lines } = placeBlocks(vehicle.blocks, now)
        return { kind: 'line', id: vehicle.id, vehicle, blocks: placed, lines }
      }),
    ]
  })
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
      return place ? [{ ...block, ...place }] : []
    })
  return vehicles.map((vehicle) => {
    const stay = vehicle.blocks.filter(({ key }) => !moved.has(key))
    const come = arriving.filter(({ vehicleId }) => vehicleId === vehicle.id)
    return stay.length === vehicle.blocks.length && come.length === 0
      ? vehicle
      : { ...vehicle, blocks: [...stay, ...come] }
  })
}
