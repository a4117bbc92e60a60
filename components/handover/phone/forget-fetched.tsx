'use client'

import { useEffect } from 'react'
import { PERSONAL_CACHES } from '@/lib/handover/offline/caches'
import { isMemoryHere } from '@/lib/handover/offline/memory'

/** Nobody is signed in (any more): what was fetched for somebody leaves this device. What they did and have not sent waits for them. */
export function ForgetFetched() {
  useEffect(() => {
    void forget().catch(() => undefined)
  }, [])
  return null
}

async function forget(): Promise<void> {
  if ('caches' in window) await Promise.all(PERSONAL_CACHES.map((name) => caches.delete(name)))
  if (!(await isMemoryHere())) return
  const [{ openPhoneDatabase }, { dropFetched }] = await Promise.all([
    import('@/lib/handover/offline/database'),
    import('@/lib/handover/offline/log'),
  ])
  const db = await openPhoneDatabase()
  await dropFetched(db)
  db.close()
}
