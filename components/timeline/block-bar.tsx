import type { ReactNode } from 'react'
import { fitName } from '@/components/timeline/fit-name'
import { LINE_HEIGHT } from '@/components/timeline/geometry'
import type { DrawnBlock } from '@/components/timeline/rows'
import { stateStyle } from '@/components/ui/state'

/** Narrower ones have room for nothing, and then for their mark alone. */
const MARK_FROM = 18
const NAME_FROM = 44

/** A wider block keeps its words in view while it is scrolled out. */
const FOLLOWS_FROM = 100

/** What mark and edges of a block take of its width. */
const BESIDE_NAME = 30

type Bar = {
  block: DrawnBlock
  /** How far behind what stands before it on the line; of a further line in the same row, behind its beginning. */
  offset: number
  width: number
  /** Whose or what it is. */
  name: string
  /** It in full words, for screen readers. */
  label: string
  /** Tab leads to it. */
  isTabStop: boolean
}

/**
 * One block: its state as shape and colour and whose it is, in a single element wherever that will do. It knows nothing of pointer and keys; the board
 * listens. Not a component: a line draws all of its blocks or none.
 */
export function blockBar({ block, offset, width, name, label, isTabStop }: Bar): ReactNode {
  const { state, isFaded } = block
  const follows = width > FOLLOWS_FROM
  const words = width > MARK_FROM ? 'timeline-words' : ''
  const fitting = width > NAME_FROM ? fitName(name, width - BESIDE_NAME) : ''
  // A piece of a name is drawn, not said: the label says all of it.
  const drawn = fitting && fitting !== name ? fitting : undefined
  const said = drawn ? undefined : fitting
  return (
    <a
      key={block.key}
      href={block.number ? `/dashboard/timeline/${block.number}` : undefined}
      tabIndex={isTabStop ? 0 : -1}
      role={block.number ? undefined : 'img'}
      draggable={false}
      data-block={block.key}
      data-mark={state}
      data-drawn={follows ? undefined : drawn}
      aria-label={label}
      className={`timeline-block ${stateStyle[state].bar} ${follows ? '' : words} ${isFaded ? 'opacity-30' : ''}`}
      style={
        block.line === 0
          ? { width, marginLeft: offset }
          : { width, position: 'absolute', left: offset, top: block.line * LINE_HEIGHT + 4 }
      }
    >
      {follows ? (
        <span data-follows data-mark={state} data-drawn={drawn} className="timeline-words inline-block">
          {said}
        </span>
      ) : (
        said
      )}
    </a>
  )
}
