import { memo } from 'react'
import { BoardLead } from '@/components/timeline/board-lead'
import type { Row } from '@/components/timeline/rows'

type BoardLeadsProps = {
  rows: Row[]
  openLane: string
  /** Tab leads to the first vehicle, where no block is there for it. */
  isTabStop: boolean
}

/** All names in one column that stays in sight as a whole: what follows the edge of the screen costs at every frame. */
export const BoardLeads = memo(function BoardLeads({ rows, openLane, isTabStop }: BoardLeadsProps) {
  const first = isTabStop && rows.find((row) => row.kind === 'line')
  return (
    // Where a pixel of the board is less than one of the screen, a sliver would stay open before it; its shadow covers that.
    <div className="sticky left-0 z-20 w-(--lead) shrink-0 border-line border-r bg-surface shadow-[-2px_0_0_0_var(--surface)]">
      {rows.map((row) => (
        <BoardLead key={`${row.kind} ${row.id}`} row={row} openLane={openLane} isTabStop={row === first} />
      ))}
    </div>
  )
})
