'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type FocusWhenLostProps = {
  /** Names what is inside for who hears it. */
  label: string
  /** The ids of what is inside. */
  rows: string[]
  children: ReactNode
}

/** Takes the focus when what had it has gone from inside, so that a keyboard goes on from here and not from the top of the page. */
export function FocusWhenLost({ label, rows, children }: FocusWhenLostProps) {
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef(rows)
  useEffect(() => {
    const hasGone = shown.current.some((row) => !rows.includes(row))
    if (hasGone && document.activeElement === document.body) place.current?.focus({ preventScroll: true })
    shown.current = rows
  }, [rows])
  return (
    // biome-ignore lint/a11y/useSemanticElements: the parts inside are sections already
    <div ref={place} role="group" aria-label={label} tabIndex={-1}>
      {children}
    </div>
  )
}
