'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { toast } from 'sonner'
import { usePhone } from '@/components/handover/phone/phone-context'
import { Button } from '@/components/ui/button'
import type { ActionResult } from '@/lib/core/action'

/** Makes a washed vehicle ready, at the server. */
export type MarkReady = (input: { id: string }) => Promise<ActionResult<void>>

/** The vehicle is washed: free for the next customer. */
export function ReadyButton({ vehicleId, markReady }: { vehicleId: string; markReady: MarkReady }) {
  const t = useTranslations('handover')
  const { store } = usePhone()
  const [isRunning, start] = useTransition()

  function press() {
    start(async () => {
      const result = await markReady({ id: vehicleId }).catch(() => null)
      if (!result?.ok) toast.error(result?.error.message ?? t('phone.needsNetwork'))
      await store.refreshToday()
    })
  }

  return (
    <Button size="lg" className="min-h-12" loading={isRunning} onClick={press}>
      {t('markReady')}
    </Button>
  )
}
