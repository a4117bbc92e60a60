import { memo } from 'react'
import { heightOf, type Row } from '@/components/timeline/rows'
import { isSameRow } from '@/components/timeline/same-row'

type BoardLeadProps = {
  row: Row
  /** What the lane of bookings without a vehicle of their own is called. */
  openLane: string
  /** Tab leads to it. */
  isTabStop: boolean
}

/** What a line is of: a group's name, a vehicle, or the lane of what has none yet. The board follows the vehicle's link. */
export const BoardLead = memo(
  function BoardLead({ row, openLane, isTabStop }: BoardLeadProps) {
    const height = heightOf(row)
    if (row.kind === 'group')
      return (
        <h2
          // Over the column's edge, as far as the name is long.
          className="flex w-max min-w-[calc(100%+1px)] items-center gap-2 border-b bg-sunken px-3 font-medium text-xs"
          style={{ height }}
        >
          {row.name}
          <span className="tabular font-normal text-muted">{row.count}</span>
        </h2>
      )
    const { vehicle } = row
    if (!vehicle)
      return (
        <span
          className="flex items-center border-line border-b px-3 text-muted text-xs italic"
          style={{ height }}
        >
          {openLane}
        </span>
      )
    return (
      <a
        href={`/dashboard/fleet/${vehicle.id}`}
        tabIndex={isTabStop ? 0 : -1}
        data-vehicle
        className="flex items-center gap-2 border-line border-b px-3 text-sm hover:bg-sunken focus-visible:outline-offset-[-2px]"
        style={{ height }}
      >
        <span className="tabular shrink-0 font-medium">{vehicle.plate}</span>
        <span className="truncate text-muted text-xs max-sm:hidden">{vehicle.name}</span>
      </a>
    )
  },
  (one, other) =>
    isSameRow(one.row, other.row) && one.openLane === other.openLane && one.isTabStop === other.isTabStop,
)
