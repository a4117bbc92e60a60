'use client'

import { useTranslations } from 'next-intl'
import type { HTMLAttributes, RefObject } from 'react'
import { BoardLeads } from '@/components/timeline/board-leads'
import { BoardLines } from '@/components/timeline/board-lines'
import { DayBands, NowLine } from '@/components/timeline/day-bands'
import { HEAD_HEIGHT, type Scale, widthOf } from '@/components/timeline/geometry'
import { Ghost } from '@/components/timeline/ghost'
import type { DrawnBlock, Place, Row } from '@/components/timeline/rows'
import { TimelineHead } from '@/components/timeline/timeline-head'
import { useDrawnRows } from '@/components/timeline/use-drawn-rows'
import type { TimelineDay } from '@/lib/timeline/span'

type BoardGridProps = {
  scroller: RefObject<HTMLElement | null>
  rows: Row[]
  days: TimelineDay[]
  scale: Scale
  now: number
  timeZone: string
  /** Where what is being moved or made would stand, and on which line. */
  ghost: { place: Place; lineId: string } | null
  /** The block that Tab leads to. */
  tabStop: DrawnBlock | null
  labelOf: (block: DrawnBlock) => string
  nameOf: (block: DrawnBlock) => string
  /** What listens to pointer and keys on the whole of it. */
  handlers: HTMLAttributes<HTMLElement>
}

/**
 * The part that scrolls. All of it is drawn once and nothing again because of scrolling, so that the browser does it without the page. Its frame is
 * around it: with round corners of its own it would have to be painted at every frame.
 */
export function BoardGrid({
  scroller,
  rows,
  days,
  scale,
  now,
  timeZone,
  ghost,
  tabStop,
  labelOf,
  nameOf,
  handlers,
}: BoardGridProps) {
  const t = useTranslations('timeline')
  const drawn = useDrawnRows(rows.length)
  return (
    <div className="overflow-clip rounded-lg border print:hidden">
      <section
        ref={scroller}
        // Arrow keys and letters are the board's, whatever a screen reader does with them elsewhere.
        role="application"
        aria-label={t('title')}
        aria-describedby="timeline-help"
        aria-busy={drawn < rows.length}
        data-timeline
        {...handlers}
        // What gets the focus comes into sight below the days and beside the names.
        style={{ scrollPaddingTop: HEAD_HEIGHT }}
        className="relative isolate scroll-pr-6 scroll-pl-[calc(var(--lead)+1.5rem)] max-h-[calc(100dvh-12.5rem)] min-h-80 select-none overflow-auto overscroll-contain bg-surface [--lead:6.5rem] sm:[--lead:14rem]"
      >
        <div style={{ width: `calc(var(--lead) + ${widthOf(scale)}px)` }}>
          <TimelineHead days={days} scale={scale} timeZone={timeZone} />
          <div className="relative flex">
            <BoardLeads rows={rows} openLane={t('openLane')} isTabStop={tabStop === null} />
            <div className="relative grow">
              <DayBands days={days} scale={scale} />
              <BoardLines
                scroller={scroller}
                rows={rows}
                scale={scale}
                drawn={drawn}
                tabStop={tabStop}
                labelOf={labelOf}
                nameOf={nameOf}
              />
              <NowLine now={now} scale={scale} />
              {ghost && <Ghost {...ghost} rows={rows} scale={scale} />}
            </div>
          </div>
          {rows.length === 0 && <p className="sticky left-0 w-fit p-6 text-muted text-sm">{t('nothing')}</p>}
        </div>
      </section>
    </div>
  )
}
