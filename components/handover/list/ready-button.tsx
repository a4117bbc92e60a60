'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import type { ActionResult } from '@/lib/core/action'

type ReadyButtonProps = {
  vehicleId: string
  markReady: (input: { id: string }) => Promise<ActionResult<void>>
}

/** The vehicle is washed: free for the next customer. */
export function ReadyButton({ vehicleId, markReady }: ReadyButtonProps) {
  const t = useTranslations('handover')
  const router = useRouter()
  const [isRunning, start] = useTransition()

  function press() {
    start(async () => {
      const result = await markReady({ id: vehicleId }).catch(() => null)
      if (!result?.ok) toast.error(result?.error.message ?? t('offline.notSent'))
      router.refresh()
    })
  }

  return (
    <Button size="lg" loading={isRunning} onClick={press}>
      {t('markReady')}
    </Button>
  )
}
