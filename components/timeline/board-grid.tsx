'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useTranslations } from 'next-intl'
import {
  type HTMLAttributes,
  type Key,
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react'
import { BoardLead } from '@/components/timeline/board-lead'
import { BoardLine } from '@/components/timeline/board-line'
import { DayBands } from '@/components/timeline/day-bands'
import { HEAD_HEIGHT, type Scale, widthOf } from '@/components/timeline/geometry'
import { heightOf, type Place, type Row } from '@/components/timeline/rows'
import { TimelineHead } from '@/components/timeline/timeline-head'
import type { Sight } from '@/components/timeline/use-sight'
import type { Block } from '@/lib/timeline/answer'
import type { TimelineDay } from '@/lib/timeline/span'

/** What the board may ask of the grid. */
export type Grid = { showRow: (index: number) => void }

type BoardGridProps = {
  ref: Ref<Grid>
  scroller: RefObject<HTMLElement | null>
  rows: Row[]
  days: TimelineDay[]
  scale: Scale
  sight: Sight
  now: number
  timeZone: string
  text: string
  /** Where what is being moved or made would stand, and on which line. */
  ghost: { place: Place; lineId: string | undefined } | null
  labelOf: (block: Block) => string
  nameOf: (block: Block) => string
  /** What listens to pointer and keys on the whole of it. */
  handlers: HTMLAttributes<HTMLElement>
}

/** The part that scrolls. It alone draws anew while it does; what is around it stays as it is. */
export function BoardGrid({
  ref,
  scroller,
  rows,
  days,
  scale,
  sight,
  now,
  timeZone,
  text,
  ghost,
  labelOf,
  nameOf,
  handlers,
}: BoardGridProps) {
  const t = useTranslations('timeline')
  // The same functions as long as the lines are the same: otherwise all of them are measured anew at every step.
  const estimateSize = useCallback((index: number) => heightOf(rows[index]), [rows])
  const getItemKey = useCallback((index: number) => `${rows[index]?.kind} ${rows[index]?.id}`, [rows])
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: 6,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    // A line more is drawn with the next frame, not in the middle of the scrolling.
    useFlushSync: false,
    // Before anything is measured, as on the server: a screen of lines.
    initialRect: { width: 0, height: 700 },
  })
  // Lines grow and shrink with what they hold; measured sizes would be those of before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are what changes the sizes
  useEffect(() => virtualizer.measure(), [rows, virtualizer])
  useImperativeHandle(
    ref,
    () => ({ showRow: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }) }),
    [virtualizer],
  )
  const near = useMemo(
    () => days.filter(({ startsAt, endsAt }) => startsAt < sight.wide.to && endsAt > sight.wide.from),
    [days, sight.wide],
  )
  const drawn = virtualizer.getVirtualItems().flatMap(({ index, key, start }) => {
    const row = rows[index]
    return row ? [{ key, row, top: start - HEAD_HEIGHT }] : []
  })
  // Whatever stands there while nothing scrolls is drawn in full, and stays so while it is there.
  const rested = useRef(new Set<Key>())
  useEffect(() => {
    const keys = drawn.map(({ key }) => key)
    rested.current = new Set(virtualizer.isScrolling ? keys.filter((key) => rested.current.has(key)) : keys)
  })
  return (
    <section
      ref={scroller}
      aria-label={t('title')}
      aria-describedby="timeline-help"
      data-timeline
      // Until it is known how wide the window is, nothing can be drawn.
      aria-busy={sight.wide.to === 0}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      {...handlers}
      className="relative max-h-[calc(100dvh-12.5rem)] min-h-80 select-none overflow-auto overscroll-contain rounded-lg border bg-surface [--lead:6.5rem] sm:[--lead:14rem] print:hidden"
    >
      <div style={{ width: `calc(var(--lead) + ${widthOf(scale)}px)` }}>
        <TimelineHead days={near} scale={scale} timeZone={timeZone} />
        <div className="relative flex" style={{ height: virtualizer.getTotalSize() }}>
          {/* All names in one column that stays in sight: what follows the edge of the screen costs at every frame. */}
          <div className="sticky left-0 z-20 w-(--lead) shrink-0 bg-surface">
            {drawn.map(({ key, row, top }) => (
              <BoardLead key={key} row={row} top={top} openLane={t('openLane')} />
            ))}
          </div>
          <div className="relative grow">
            <DayBands days={near} scale={scale} now={now} />
            <ul>
              {drawn.map(({ key, row, top }) =>
                row.kind === 'group' ? (
                  <li
                    key={key}
                    aria-hidden="true"
                    className="absolute inset-x-0 border-b bg-sunken"
                    style={{ top, height: heightOf(row) }}
                  />
                ) : (
                  <BoardLine
                    key={key}
                    row={row}
                    top={top}
                    scale={scale}
                    sight={virtualizer.isScrolling && !rested.current.has(key) ? sight.narrow : sight.wide}
                    now={now}
                    timeZone={timeZone}
                    text={text}
                    ghost={ghost && ghost.lineId === row.id ? ghost.place : null}
                    labelOf={labelOf}
                    nameOf={nameOf}
                  />
                ),
              )}
            </ul>
          </div>
        </div>
        {rows.length === 0 && <p className="sticky left-0 w-fit p-6 text-muted text-sm">{t('nothing')}</p>}
      </div>
    </section>
  )
}
