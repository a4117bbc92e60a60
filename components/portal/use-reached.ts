'use client'

import { useEffect, useState } from 'react'

/** The worker's own file: small, the same for everybody, and answered by nothing that this phone keeps. */
const PROBE = '/portal-worker.js'

/**
 * Whether the company's site can be reached, asked for when the page opens and each time the network comes back.
 * The browser's own word is not enough: it may call itself online on a network that leads nowhere, or after a reload without any.
 */
export function useReached(): boolean {
  const [isReached, setReached] = useState(true)
  useEffect(() => {
    const lost = () => setReached(false)
    const ask = () => fetch(PROBE, { method: 'HEAD', cache: 'no-store' }).then(() => setReached(true), lost)
    addEventListener('online', ask)
    addEventListener('offline', lost)
    ask()
    return () => {
      removeEventListener('online', ask)
      removeEventListener('offline', lost)
    }
  }, [])
  return isReached
}
