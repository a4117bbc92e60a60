import { useTranslations } from 'next-intl'
import { DayBands } from '@/components/timeline/day-bands'
import { TimelineHead } from '@/components/timeline/timeline-head'
import { TimelineLine } from '@/components/timeline/timeline-line'
import type { TimelineBlock } from '@/lib/reservations/queries/timeline'
import type { TimelineGroup } from '@/lib/timeline/queries'
import type { TimelineDay } from '@/lib/timeline/rules'
import type { Zoom } from '@/lib/timeline/schema'

type TimelineGridProps = {
  groups: TimelineGroup[]
  blocks: TimelineBlock[]
  days: TimelineDay[]
  zoom: Zoom
  now: Date
  timeZone: string
}

/** Room for a day below which a block says nothing any more; the frame scrolls sideways then. */
const LEAST_DAY = { weeks: '3.75rem', month: '2rem' }

/** Vehicles down, days across. The head and the vehicles' names stay while the rest scrolls. */
export function TimelineGrid({ groups, blocks, days, zoom, now, timeZone }: TimelineGridProps) {
  const t = useTranslations('timeline')
  const byVehicle = Map.groupBy(blocks, ({ vehicleId }) => vehicleId)
  return (
    <section
      aria-label={t('title')}
      data-timeline
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="relative max-h-[calc(100dvh-13rem)] min-h-80 overflow-auto rounded-lg border bg-surface [--lead:7.5rem] sm:[--lead:13rem]"
    >
      <div
        className="relative min-w-full"
        style={{ width: `max(100%, calc(var(--lead) + ${days.length} * ${LEAST_DAY[zoom]}))` }}
      >
        <TimelineHead days={days} zoom={zoom} timeZone={timeZone} />
        <div className="relative">
          <DayBands days={days} now={now} />
          {groups.map((group) => (
            <section key={group.id} aria-label={group.name}>
              <div className="relative z-10 border-b bg-sunken">
                <h2 className="sticky left-0 flex h-7 w-fit items-center gap-2 px-3 font-medium text-xs">
                  {group.name}
                  <span className="tabular font-normal text-muted">{group.vehicles.length}</span>
                </h2>
              </div>
              <ul>
                {group.vehicles.map((vehicle) => (
                  <TimelineLine
                    key={vehicle.id}
                    vehicle={vehicle}
                    blocks={byVehicle.get(vehicle.id) ?? []}
                    days={days}
                    timeZone={timeZone}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </section>
  )
}
