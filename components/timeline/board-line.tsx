import { memo } from 'react'
import { blockBar } from '@/components/timeline/block-bar'
import { LINE_HEIGHT, type Scale, xOf } from '@/components/timeline/geometry'
import { boxOf, type DrawnBlock, heightOf, type LineRow } from '@/components/timeline/rows'
import { isSameRow } from '@/components/timeline/same-row'

type BoardLineProps = {
  row: LineRow
  scale: Scale
  /** Its blocks are drawn already. */
  isDrawn: boolean
  /** The block that Tab leads to, where it stands on this line. */
  tabStop: string | null
  /** Says a block in full words, for screen readers. */
  labelOf: (block: DrawnBlock) => string
  /** Whose or what a block is. */
  nameOf: (block: DrawnBlock) => string
}

/** What occupies one vehicle. Its name stands in the column of vehicles, which stays in sight as a whole. */
export const BoardLine = memo(function BoardLine({
  row,
  scale,
  isDrawn,
  tabStop,
  labelOf,
  nameOf,
}: BoardLineProps) {
  let end = 0
  return (
    <li
      data-line={row.vehicle?.id}
      className="relative flex items-start border-line border-b pt-1 [contain:layout_size_style]"
      style={{ height: heightOf(row) }}
    >
      {row.shadows.map((block) => (
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
      {isDrawn &&
        row.blocks.map((block) => {
          const { left, width } = boxOf(block, scale)
          const offset = block.line === 0 ? left - end : left
          if (block.line === 0) end = left + width
          return blockBar({
            block,
            offset,
            width,
            name: nameOf(block),
            label: labelOf(block),
            isTabStop: block.key === tabStop,
          })
        })}
    </li>
  )
}, isSameLine)

function isSameLine({ row, ...one }: BoardLineProps, { row: otherRow, ...other }: BoardLineProps): boolean {
  return (
    isSameRow(row, otherRow) &&
    one.scale === other.scale &&
    one.isDrawn === other.isDrawn &&
    one.tabStop === other.tabStop &&
    one.labelOf === other.labelOf &&
    one.nameOf === other.nameOf
  )
}
