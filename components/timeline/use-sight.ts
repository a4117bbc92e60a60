'use client'

import {
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { instantAt, type Scale, xOf } from '@/components/timeline/geometry'

/** A stretch of time. */
export type Stretch = { from: number; to: number }

/** What is drawn of a line: once the board rests, and while it scrolls past, when there is time for what is seen only. */
export type Sight = { wide: Stretch; narrow: Stretch }

const NOTHING: Stretch = { from: 0, to: 0 }

/**
 * Which stretch of time is seen and drawn, and how to bring another one into view. Drawn is at least a screen to each side of what is seen; it moves by
 * whole screens, so that scrolling seldom draws anything new. What scrolls past is drawn a quarter of a screen further than it is seen.
 */
export function useSight(scroller: RefObject<HTMLElement | null>, scale: Scale) {
  const [sight, setSight] = useState<Sight>({ wide: NOTHING, narrow: NOTHING })
  const seen = useRef<Stretch>({ from: scale.from, to: scale.to })
  const drawn = useRef({ at: '', quarter: 0 })
  /** What is to stand in the middle once another scale is drawn. */
  const aim = useRef<number | null>(null)

  const leadWidth = useCallback(() => {
    const lead = scroller.current?.querySelector<HTMLElement>('[aria-hidden] > span')
    return lead?.offsetWidth ?? 0
  }, [scroller])

  const look = useCallback(() => {
    const frame = scroller.current
    if (!frame) return
    const width = frame.clientWidth - leadWidth()
    seen.current = {
      from: instantAt(frame.scrollLeft, scale),
      to: instantAt(frame.scrollLeft + width, scale),
    }
    const quarter = Math.floor(frame.scrollLeft / (width / 4))
    const screen = Math.floor(quarter / 4)
    const at = `${scale.from} ${scale.zoom} ${width}`
    const before = drawn.current
    if (at === before.at && quarter === before.quarter) return
    drawn.current = { at, quarter }
    const stretch = (first: number, beyond: number): Stretch => ({
      from: instantAt((first * width) / 4, scale),
      to: instantAt((beyond * width) / 4, scale),
    })
    const narrow = stretch(quarter, quarter + 6)
    const passed =
      at === before.at ? Math.abs(screen - Math.floor(before.quarter / 4)) : Number.POSITIVE_INFINITY
    if (passed === 0) return setSight(({ wide }) => ({ wide, narrow }))
    const next = { wide: stretch(4 * (screen - 1), 4 * (screen + 3)), narrow }
    // What comes next is out of sight yet and may be drawn between frames; after a jump nothing is there.
    if (passed === 1) startTransition(() => setSight(next))
    else setSight(next)
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
    look()
  }, [look, scrollTo, scale, scroller, leadWidth])

  useEffect(() => {
    const frame = scroller.current
    const resized = new ResizeObserver(look)
    frame?.addEventListener('scroll', look, { passive: true })
    if (frame) resized.observe(frame)
    return () => {
      frame?.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [scroller, look])

  return { sight, seen, scrollTo, aimAt, leadWidth }
}
