'use client'

import { useSyncExternalStore } from 'react'

const QUERY = '(pointer: fine)'

/**
 * True with a mouse or trackpad. Fingers get the system's own wheels, which are in the phone's language; so does the
 * server's page, which works before any script has loaded.
 */
export function useFinePointer(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(QUERY)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(QUERY).matches,
    () => false,
  )
}
