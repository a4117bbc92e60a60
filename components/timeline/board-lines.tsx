import { memo, type RefObject, useRef } from 'react'
import { BoardLine } from '@/components/timeline/board-line'
import type { Scale } from '@/components/timeline/geometry'
import { type DrawnBlock, heightOf, type Row } from '@/components/timeline/rows'
import { useFollowingWords } from '@/components/timeline/use-following-words'

type BoardLinesProps = {
  scroller: RefObject<HTMLElement | null>
  rows: Row[]
  scale: Scale
  /** How many of the rows are drawn in full. */
  drawn: number
  /** The block that Tab leads to. */
  tabStop: DrawnBlock | null
  labelOf: (block: DrawnBlock) => string
  nameOf: (block: DrawnBlock) => string
}

/** All lines, drawn once: the browser scrolls them by itself. */
export const BoardLines = memo(function BoardLines({
  scroller,
  rows,
  drawn,
  tabStop,
  scale,
  ...view
}: BoardLinesProps) {
  const list = useRef<HTMLUListElement>(null)
  useFollowingWords({ scroller, list, rows, scale })
  return (
    <ul ref={list} className="isolate">
      {rows.map((row, nth) =>
        row.kind === 'group' ? (
          <li
            key={`group ${row.id}`}
            aria-hidden="true"
            className="relative border-b bg-sunken"
            style={{ height: heightOf(row) }}
          />
        ) : (
          <BoardLine
            key={row.id}
            row={row}
            scale={scale}
            isDrawn={nth < drawn}
            tabStop={tabStop && row.blocks.some(({ key }) => key === tabStop.key) ? tabStop.key : null}
            {...view}
          />
        ),
      )}
    </ul>
  )
})
