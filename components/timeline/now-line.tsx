'use client'

import { useEffect, useRef } from 'react'

/** Now, as a line. Where the frame is narrower than the days, as on a phone, it comes into view by itself. */
export function NowLine({ left }: { left: string }) {
  const line = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const frame = line.current?.closest('[data-timeline]')
    if (!frame || !line.current) return
    const hidden = line.current.getBoundingClientRect().left - frame.getBoundingClientRect().left
    // Somewhat after the middle: what has just ended matters less than what comes.
    if (hidden > frame.clientWidth) frame.scrollLeft = hidden - frame.clientWidth * 0.55
  }, [])
  return <span ref={line} className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-due" style={{ left }} />
}
