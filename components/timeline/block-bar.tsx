import { memo } from 'react'
import { LINE_HEIGHT, type Scale, xOf } from '@/components/timeline/geometry'
import { cn } from '@/components/ui/cn'
import { stateStyle } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import type { Block } from '@/lib/timeline/answer'
import { movesOf, type Placed, shownEnd, stateOf } from '@/lib/timeline/rules'

/** A wider block keeps its words in view while it is scrolled out. */
const FOLLOWS_FROM = 240

type BlockBarProps = {
  block: Placed
  scale: Scale
  now: number
  timeZone: string
  canEdit: boolean
  /** Whose or what it is. */
  text: string
  /** Says it in full words, for screen readers. */
  labelOf: (block: Block) => string
  /** Where somebody types and this is not meant. */
  isFaded: boolean
}

/** One block: its state as shape and colour and whose it is. It knows nothing of pointer and keys; the board listens. */
export const BlockBar = memo(function BlockBar({
  block,
  scale,
  now,
  timeZone,
  canEdit,
  text,
  labelOf,
  isFaded,
}: BlockBarProps) {
  const state = stateOf(block, now, timeZone)
  const left = xOf(block.startsAt, scale)
  const width = Math.max(6, xOf(shownEnd(block, now), scale) - left)
  const moves = movesOf(block, canEdit)
  return (
    <a
      href={block.number ? `/dashboard/timeline/${block.number}` : undefined}
      tabIndex={-1}
      role={block.number ? undefined : 'img'}
      draggable={false}
      data-block={block.key}
      aria-label={labelOf(block)}
      className={cn(
        'absolute flex items-center overflow-clip whitespace-nowrap rounded-sm border text-xs outline-offset-1 focus-visible:z-20',
        stateStyle[state].bar,
        moves.move && 'sm:cursor-grab',
        isFaded && 'opacity-30',
      )}
      style={{
        left,
        width: width - 1,
        top: block.line * LINE_HEIGHT + 4,
        height: LINE_HEIGHT - 8,
      }}
    >
      {moves.start && <span data-edge="start" className="absolute inset-y-0 left-0 w-1.5 cursor-ew-resize" />}
      {width > 18 && (
        <span
          className={cn(
            'flex min-w-0 items-center gap-1.5 px-1.5',
            // What follows the edge of the screen is dear to scroll; of a short block nothing is lost.
            width > FOLLOWS_FROM && 'sticky left-(--lead)',
          )}
        >
          <StateMark state={state} className={stateStyle[state].mark} />
          {width > 44 && <span className="truncate">{text}</span>}
        </span>
      )}
      {moves.end && <span data-edge="end" className="absolute inset-y-0 right-0 w-1.5 cursor-ew-resize" />}
    </a>
  )
})
