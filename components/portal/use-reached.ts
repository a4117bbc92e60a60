'use client'

import { useEffect, useState } from 'react'

/** The worker's own file: small, the same for everybody, and answered by nothing that this phone keeps. */
const PROBE = '/portal-worker.js'
const AGAIN_MS = 5_000
/** A network that takes longer leads nowhere. */
const PATIENCE_MS = 10_000

/**
 * Whether the company's site can be reached: asked when the page opens, and again and again while it cannot.
 * The browser's own word is not enough: it may call itself online on a network that leads nowhere, or after a reload without any.
 */
export function useReached(): boolean {
  const [isReached, setReached] = useState(true)
  useEffect(() => {
    const lost = () => setReached(false)
    isReachable().then(setReached)
    addEventListener('offline', lost)
    return () => removeEventListener('offline', lost)
  }, [])
  useEffect(() => {
    if (isReached) return
    const again = setInterval(() => isReachable().then(setReached), AGAIN_MS)
    return () => clearInterval(again)
  }, [isReached])
  return isReached
}

/** Asks whether the company's site can be reached now. */
export function isReachable(): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  return fetch(PROBE, { method: 'HEAD', cache: 'no-store', signal }).then(
    () => true,
    () => false,
  )
}
