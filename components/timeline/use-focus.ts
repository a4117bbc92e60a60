'use client'

import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { DrawnBlock, LineRow } from '@/components/timeline/rows'
import { firstSeen } from '@/components/timeline/use-keys'

type FocusOptions = {
  scroller: RefObject<HTMLElement | null>
  lines: LineRow[]
  blocks: Map<string, DrawnBlock>
  now: number
}

/**
 * The block that has the focus, or had it last. Tab leads to it, at first to one that is about now; and it gets the focus back when it is drawn elsewhere,
 * as after it was moved to another line.
 */
export function useFocus({ scroller, lines, blocks, now }: FocusOptions) {
  const [key, setKey] = useState<string | null>(null)
  const hasFocus = useRef(false)

  function focusBlock(wanted: string | null) {
    const found =
      wanted && scroller.current?.querySelector<HTMLElement>(`[data-block="${CSS.escape(wanted)}"]`)
    if (!found) return
    found.focus({ preventScroll: true })
    found.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  useLayoutEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) focusBlock(key)
  })

  return {
    tabStop: blocks.get(key ?? '') ?? firstSeen(lines, now)?.block ?? null,
    focusBlock,
    /** Where it was before a dialog or a move. */
    goBack: () => focusBlock(key),
    got(block: DrawnBlock) {
      hasFocus.current = true
      setKey(block.key)
    },
    lost({ target }: FocusEvent) {
      // What is taken out of the page to be drawn elsewhere has not been left.
      hasFocus.current = !target.isConnected
    },
  }
}
