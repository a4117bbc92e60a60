'use client'

import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import { HEAD_HEIGHT, instantAt, type Scale, xOf } from '@/components/timeline/geometry'

/** A stretch of time. */
export type Stretch = { from: number; to: number }

/** Which stretch of time is seen, and how to bring another one, or a row, into sight. Nothing listens to the scrolling: it is read when it is asked for. */
export function useSight(scroller: RefObject<HTMLElement | null>, scale: Scale) {
  /** What is to stand in the middle once another scale is drawn. */
  const aim = useRef<number | null>(null)

  const leadWidth = useCallback(
    () => scroller.current?.querySelector<HTMLElement>('[data-lead]')?.offsetWidth ?? 0,
    [scroller],
  )

  const seen = useCallback((): Stretch => {
    const frame = scroller.current
    if (!frame) return { from: scale.from, to: scale.to }
    const width = frame.clientWidth - leadWidth()
    return { from: instantAt(frame.scrollLeft, scale), to: instantAt(frame.scrollLeft + width, scale) }
  }, [scroller, scale, leadWidth])

  const scrollTo = useCallback(
    (from: number, to: number, align: 'auto' | 'center' = 'auto') => {
      const frame = scroller.current
      if (!frame) return
      const width = frame.clientWidth - leadWidth()
      const [left, right] = [xOf(from, scale), xOf(to, scale)]
      const isSeen = left >= frame.scrollLeft && Math.min(right, left + 60) <= frame.scrollLeft + width
      if (align === 'auto' && isSeen) return
      frame.scrollLeft = left - (align === 'center' ? width / 2 : width / 4)
    },
    [scroller, scale, leadWidth],
  )

  /** Below the head and above the lower edge, by the shortest way. */
  const showRow = useCallback(
    (top: number, height: number) => {
      const frame = scroller.current
      if (!frame) return
      const lowest = top + height - (frame.clientHeight - HEAD_HEIGHT)
      frame.scrollTop = Math.min(Math.max(frame.scrollTop, lowest), top)
    },
    [scroller],
  )

  const aimAt = useCallback((instant: number) => {
    aim.current = instant
  }, [])

  // What is about today begins somewhat left of the middle: what has just ended matters less than what comes.
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    const frame = scroller.current
    if (frame && isFirst.current) {
      isFirst.current = false
      frame.scrollLeft = xOf(Date.now(), scale) - (frame.clientWidth - leadWidth()) * 0.3
    }
    if (aim.current !== null) scrollTo(aim.current, aim.current, 'center')
    aim.current = null
  }, [scrollTo, scale, scroller, leadWidth])

  return { seen, scrollTo, showRow, aimAt, leadWidth }
}
