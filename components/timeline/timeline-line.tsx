import Link from 'next/link'
import { TimelineBar } from '@/components/timeline/timeline-bar'
import type { TimelineBlock } from '@/lib/reservations/queries/timeline'
import type { TimelineVehicle } from '@/lib/timeline/queries'
import { placeBlocks, type TimelineDay } from '@/lib/timeline/rules'

type TimelineLineProps = {
  vehicle: TimelineVehicle
  blocks: TimelineBlock[]
  days: TimelineDay[]
  timeZone: string
}

/** One vehicle and what occupies it; higher where something overlaps. */
export function TimelineLine({ vehicle, blocks, days, timeZone }: TimelineLineProps) {
  const { placed, lines } = placeBlocks(blocks, days)
  return (
    <li className="group grid grid-cols-[var(--lead)_minmax(0,1fr)] border-line border-b">
      <Link
        href={`/dashboard/fleet/${vehicle.id}`}
        className="sticky left-0 z-20 flex min-w-0 items-center gap-2 border-line border-r bg-surface px-3 text-sm group-hover:bg-sunken focus-visible:outline-offset-[-2px]"
      >
        <span className="tabular shrink-0 font-medium">{vehicle.plate}</span>
        <span className="truncate text-muted text-xs max-sm:hidden">{vehicle.name}</span>
      </Link>
      <ul className="relative" style={{ height: `calc(var(--row-height) * ${lines})` }}>
        {placed.map((block) => (
          <TimelineBar
            key={block.id}
            block={block}
            lines={lines}
            length={days.length}
            plate={vehicle.plate}
            timeZone={timeZone}
          />
        ))}
      </ul>
    </li>
  )
}
