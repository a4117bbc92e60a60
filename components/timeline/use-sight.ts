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
import type { Sight } from '@/components/timeline/board-line'
import { instantAt, type Scale, xOf } from '@/components/timeline/geometry'

/** Drawn: one screen to each side of what is seen. Moves in half screens, so that scrolling seldom draws anything new. */
type Drawn = Sight & { seenFrom: number; seenTo: number }

/** Which stretch of time is seen and drawn, and how to bring another one into view. */
export function useSight(scroller: RefObject<HTMLElement | null>, scale: Scale) {
  const [sight, setSight] = useState<Drawn>({ from: 0, to: 0, seenFrom: 0, seenTo: 0 })
  const seen = useRef<Sight>({ from: scale.from, to: scale.to })
  const drawn = useRef({ at: '', half: 0 })

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
    const half = Math.floor(frame.scrollLeft / (width / 2))
    const at = `${scale.from} ${scale.zoom} ${width}`
    const before = drawn.current
    if (at === before.at && half === before.half) return
    drawn.current = { at, half }
    const next = {
      from: instantAt((half - 2) * (width / 2), scale),
      to: instantAt((half + 5) * (width / 2), scale),
      seenFrom: seen.current.from,
      seenTo: seen.current.to,
    }
    // What comes next is out of sight yet and may be drawn between frames; after a jump nothing is there.
    if (at === before.at && Math.abs(half - before.half) === 1) startTransition(() => setSight(next))
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

  // What is about today begins somewhat left of the middle: what has just ended matters less than what comes.
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    const frame = scroller.current
    if (frame && isFirst.current) {
      isFirst.current = false
      frame.scrollLeft = xOf(Date.now(), scale) - (frame.clientWidth - leadWidth()) * 0.3
    }
    look()
  }, [look, scale, scroller, leadWidth])

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

  return { sight, seen, scrollTo, leadWidth }
}
