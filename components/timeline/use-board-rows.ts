'use client'

import { useLocale } from 'next-intl'
import { useMemo } from 'react'
import type { Scale } from '@/components/timeline/geometry'
import { type DrawnBlock, type LineRow, type Place, rowsOf } from '@/components/timeline/rows'
import { instantOf, localDateOf } from '@/lib/core/dates'
import { EQUIPMENT, type Equipment } from '@/lib/core/equipment'
import { readTimeline, type TimelineAnswer } from '@/lib/timeline/answer'
import type { TimelineView } from '@/lib/timeline/schema'
import { daysOf, rangeAround } from '@/lib/timeline/span'

type Shown = TimelineView & {
  at: string
  answer: TimelineAnswer
  text: string
  equipment: Equipment | null
  now: number
  timeZone: string
  moved: Map<string, Place>
}

/** What the board shows: its scale and days, its lines, and every block and vehicle on them by id. */
export function useBoardRows({ at, answer, zoom, group, text, equipment, now, timeZone, moved }: Shown) {
  const locale = useLocale()
  const timeline = useMemo(() => readTimeline(answer, locale), [answer, locale])
  const range = useMemo(() => rangeAround(at, timeZone), [at, timeZone])
  const scale: Scale = useMemo(
    () => ({ from: range.from.getTime(), to: range.to.getTime(), zoom }),
    [range, zoom],
  )
  // The days are others once a day only, not with every minute.
  const today = localDateOf(new Date(now), timeZone)
  const days = useMemo(
    () => daysOf(range, instantOf(`${today}T12:00`, timeZone), timeZone),
    [range, today, timeZone],
  )
  const rows = useMemo(
    () => rowsOf(timeline, { group, text, equipment, now, timeZone, moved }),
    [timeline, group, text, equipment, now, timeZone, moved],
  )
  const lines = useMemo(() => rows.filter((row): row is LineRow => row.kind === 'line'), [rows])
  const blocks = useMemo(
    () =>
      new Map(lines.flatMap((line) => line.blocks.map((block): [string, DrawnBlock] => [block.key, block]))),
    [lines],
  )
  const vehicles = useMemo(
    () => new Map(timeline.vehicles.map((vehicle) => [vehicle.id, vehicle])),
    [timeline],
  )
  const fleetEquipment = useMemo(
    () => EQUIPMENT.filter((piece) => timeline.vehicles.some((vehicle) => vehicle.equipment.includes(piece))),
    [timeline],
  )
  return { scale, days, rows, lines, blocks, vehicles, fleetEquipment }
}
