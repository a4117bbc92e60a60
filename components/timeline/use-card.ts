'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Shown } from '@/components/timeline/block-card'
import type { Block } from '@/lib/timeline/answer'

const REST_MS = 250

/** What is told of a block next to it: at once when it gets the focus, after a moment's rest under the pointer. */
export function useCard(
  scroller: RefObject<HTMLElement | null>,
  blockAt: (target: EventTarget | null) => Block | undefined,
  leadWidth: () => number,
) {
  const [shown, setShown] = useState<(Shown & { withLink: boolean }) | null>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)

  // Only while it is there somebody listens to the scrolling.
  useEffect(() => {
    if (!shown) return
    const frame = scroller.current
    const hide = () => setShown(null)
    frame?.addEventListener('scroll', hide, { passive: true })
    return () => frame?.removeEventListener('scroll', hide)
  }, [scroller, shown])

  function present(target: EventTarget, withLink = false) {
    const block = blockAt(target)
    const element = target instanceof Element && target.closest('[data-block]')
    if (!block || !element) return setShown(null)
    const { left, top, bottom } = element.getBoundingClientRect()
    setShown({ block, left: Math.max(left, leadWidth()), top, bottom, withLink })
  }

  return {
    shown,
    present,
    hide: () => setShown(null),
    /** The pointer came to rest somewhere; a finger never rests. */
    over(target: EventTarget, pointerType: string) {
      clearTimeout(rest.current)
      if (pointerType !== 'touch') rest.current = setTimeout(() => present(target), REST_MS)
    },
    leave() {
      clearTimeout(rest.current)
      setShown(null)
    },
  }
}
