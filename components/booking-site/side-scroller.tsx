'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type SideScrollerProps = {
  label: string
  className: string
  current: string | undefined
  children: ReactNode
}

/** Links in one row, which a phone scrolls sideways: the one that is chosen is in sight. */
export function SideScroller({ label, className, current, children }: SideScrollerProps) {
  const nav = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice moves the row, not a page that refreshes itself
  useEffect(() => {
    const chosen = nav.current?.querySelector('[aria-current]')
    if (!nav.current || !chosen) return
    const [row, link] = [nav.current.getBoundingClientRect(), chosen.getBoundingClientRect()]
    nav.current.scrollLeft += link.left + link.width / 2 - (row.left + row.width / 2)
  }, [current])
  return (
    <nav ref={nav} aria-label={label} className={`overflow-x-auto ${className}`} data-print="hide">
      {children}
    </nav>
  )
}
