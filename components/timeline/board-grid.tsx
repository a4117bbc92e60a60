'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useTranslations } from 'next-intl'
import { type HTMLAttributes, type Ref, type RefObject, useEffect, useImperativeHandle, useMemo } from 'react'
import { BoardLine, type Sight } from '@/components/timeline/board-line'
import { DayBands } from '@/components/timeline/day-bands'
import { HEAD_HEIGHT, type Scale, widthOf } from '@/components/timeline/geometry'
import { heightOf, type Place, type Row } from '@/components/timeline/rows'
import { TimelineHead } from '@/components/timeline/timeline-head'
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
  canEdit: boolean
  text: string
  /** Where what is being moved or made would stand, and on which line. */
  ghost: { place: Place; lineId: string | undefined } | null
  labelOf: (block: Block) => string
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
  canEdit,
  text,
  ghost,
  labelOf,
  handlers,
}: BoardGridProps) {
  const t = useTranslations('timeline')
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index]),
    getItemKey: (index) => `${rows[index]?.kind} ${rows[index]?.id}`,
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
    () => days.filter(({ startsAt, endsAt }) => startsAt < sight.to && endsAt > sight.from),
    [days, sight.from, sight.to],
  )
  return (
    <section
      ref={scroller}
      aria-label={t('title')}
      aria-describedby="timeline-help"
      data-timeline
      // Until it is known how wide the window is, nothing can be drawn.
      aria-busy={sight.to === 0}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      {...handlers}
      className="relative max-h-[calc(100dvh-12.5rem)] min-h-80 select-none overflow-auto overscroll-contain rounded-lg border bg-surface [--lead:6.5rem] sm:[--lead:14rem] print:hidden"
    >
      <div style={{ width: `calc(var(--lead) + ${widthOf(scale)}px)` }}>
        <TimelineHead days={near} scale={scale} timeZone={timeZone} />
        <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
          <DayBands days={near} scale={scale} now={now} />
          <ul>
            {virtualizer.getVirtualItems().map(({ index, key, start }) => {
              const row = rows[index]
              if (!row) return null
              return (
                <li
                  key={key}
                  className="absolute inset-x-0 top-0 [contain:layout_style]"
                  style={{ transform: `translateY(${start - HEAD_HEIGHT}px)` }}
                >
                  {row.kind === 'group' ? (
                    <div className="border-b bg-sunken" style={{ height: heightOf(row) }}>
                      <h2 className="sticky left-0 flex h-full w-fit items-center gap-2 px-3 font-medium text-xs">
                        {row.name}
                        <span className="tabular font-normal text-muted">{row.count}</span>
                      </h2>
                    </div>
                  ) : (
                    <BoardLine
                      row={row}
                      scale={scale}
                      sight={sight}
                      now={now}
                      timeZone={timeZone}
                      canEdit={canEdit}
                      text={text}
                      ghost={ghost && ghost.lineId === row.id ? ghost.place : null}
                      labelOf={labelOf}
                    />
                  )}
                </li>
              )
            })}
          </ul>
          {rows.length === 0 && <p className="sticky left-0 w-fit p-6 text-muted text-sm">{t('nothing')}</p>}
        </div>
      </div>
    </section>
  )
}
