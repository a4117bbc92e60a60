'use client'

import { useEffect, useRef } from 'react'

/** Tells the page around the frame how high its content is, now and whenever that changes. A height is nobody's secret. */
export function WidgetHeight() {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const content = mark.current?.parentElement
    if (!content || window.parent === window) return
    const tell = () =>
      window.parent.postMessage({ bookingHeight: content.getBoundingClientRect().height }, '*')
    // At once: a browser that does not draw the frame yet, further down the page, tells of no size either.
    tell()
    const watcher = new ResizeObserver(tell)
    watcher.observe(content)
    return () => watcher.disconnect()
  }, [])
  return <span ref={mark} hidden />
}
