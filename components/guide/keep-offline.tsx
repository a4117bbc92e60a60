'use client'

import { useEffect } from 'react'

/** Keeps the guide on the phone, so that it opens in the underground car park too. Only the guide's own addresses are kept. */
export function KeepOffline({ scope }: { scope: string }) {
  useEffect(() => {
    navigator.serviceWorker
      ?.register('/guide-worker.js', { scope })
      // Not allowed to keep anything, as in a private window: the guide still reads with a connection.
      .catch(() => undefined)
  }, [scope])
  return null
}
