import { usePathname } from 'next/navigation'
import { type RefObject, useEffect, useRef } from 'react'

/** For a row of links that scrolls sideways: brings the one of the present page into view. */
export function useCurrentInSight<T extends HTMLElement>(): RefObject<T | null> {
  const row = useRef<T>(null)
  const pathname = usePathname()
  useEffect(() => {
    const current = row.current?.querySelector(`[href="${pathname}"]`)
    current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [pathname])
  return row
}
