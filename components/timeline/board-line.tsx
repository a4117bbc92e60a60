import { memo } from 'react'
import { blockBar } from '@/components/timeline/block-bar'
import { LINE_HEIGHT, type Scale, xOf } from '@/components/timeline/geometry'
import { heightOf, type LineRow, type Place } from '@/components/timeline/rows'
import type { Stretch } from '@/components/timeline/use-sight'
import type { Block } from '@/lib/timeline/answer'
import { isFound, shownEnd } from '@/lib/timeline/rules'

/** What lasts for an hour only is seen in a quarter, too. */
const MIN_WIDTH = 5

type BoardLineProps = {
  row: LineRow
  /** Where it stands. */
  top: number
  scale: Scale
  /** The stretch of time that is drawn. */
  sight: Stretch
  now: number
  timeZone: string
  text: string
  /** Where what is being moved or made would stand on this line. */
  ghost: Place | null
  /** Says a block in full words, for screen readers. */
  labelOf: (block: Block) => string
  /** Whose or what a block is. */
  nameOf: (block: Block) => string
}

/** What occupies one vehicle. Its name stands in the column of vehicles, which stays in sight as a whole: one such line each is dear to scroll. */
export const BoardLine = memo(function BoardLine({
  row,
  top,
  scale,
  sight,
  ghost,
  text,
  now,
  timeZone,
  labelOf,
  nameOf,
}: BoardLineProps) {
  const { vehicle, blocks, shadows } = row
  const isVehicleMeant = text === '' || !blocks.some((block) => isFound(block, text))
  const shown = blocks.filter((block) => block.startsAt < sight.to && shownEnd(block, now) > sight.from)
  let end = 0
  return (
    <li
      data-line={vehicle?.id}
      className="absolute inset-x-0 flex items-start border-line border-b pt-1 [contain:layout_size_style]"
      style={{ top, height: heightOf(row) }}
    >
      {shadows.map((block) => (
        <span
          key={block.key}
          aria-hidden="true"
          className="pointer-events-none absolute rounded-sm border border-line-strong border-dashed"
          style={{
            left: xOf(block.startsAt, scale),
            width: xOf(block.endsAt, scale) - xOf(block.startsAt, scale) - 1,
            top: 4,
            height: LINE_HEIGHT - 8,
          }}
        />
      ))}
      {shown.map((block) => {
        const left = xOf(block.startsAt, scale)
        const width = Math.max(MIN_WIDTH, xOf(shownEnd(block, now), scale) - left - 1)
        const offset = block.line === 0 ? left - end : left
        if (block.line === 0) end = left + width
        return blockBar({
          block,
          offset,
          width,
          now,
          timeZone,
          name: nameOf(block),
          label: labelOf(block),
          isFaded: !isVehicleMeant && !isFound(block, text),
        })
      })}
      {ghost && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute z-20 rounded-sm border-2 border-accent border-dashed bg-accent/15"
          style={{
            left: xOf(ghost.startsAt, scale),
            width: Math.max(6, xOf(ghost.endsAt, scale) - xOf(ghost.startsAt, scale)),
            top: 2,
            height: LINE_HEIGHT - 5,
          }}
        />
      )}
    </li>
  )
})
