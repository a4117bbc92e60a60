import { memo } from 'react'
import { heightOf, type Row } from '@/components/timeline/rows'

type BoardLeadProps = {
  row: Row
  /** Where it stands. */
  top: number
  /** What the lane of bookings without a vehicle of their own is called. */
  openLane: string
}

/** What a line is of: a group's name, a vehicle, or the lane of what has none yet. The board follows the vehicle's link. */
export const BoardLead = memo(function BoardLead({ row, top, openLane }: BoardLeadProps) {
  const place = { top, height: heightOf(row) }
  if (row.kind === 'group')
    return (
      <h2
        className="absolute left-0 flex w-max min-w-full items-center gap-2 border-b bg-sunken px-3 font-medium text-xs"
        style={place}
      >
        {row.name}
        <span className="tabular font-normal text-muted">{row.count}</span>
      </h2>
    )
  const { vehicle } = row
  if (!vehicle)
    return (
      <span
        className="absolute inset-x-0 flex items-center border-line border-r border-b px-3 text-muted text-xs italic"
        style={place}
      >
        {openLane}
      </span>
    )
  return (
    <a
      href={`/dashboard/fleet/${vehicle.id}`}
      tabIndex={-1}
      data-vehicle
      className="absolute inset-x-0 flex items-center gap-2 border-line border-r border-b px-3 text-sm hover:bg-sunken focus-visible:outline-offset-[-2px]"
      style={place}
    >
      <span className="tabular shrink-0 font-medium">{vehicle.plate}</span>
      <span className="truncate text-muted text-xs max-sm:hidden">{vehicle.name}</span>
    </a>
  )
})
