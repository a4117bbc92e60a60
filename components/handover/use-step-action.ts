import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { ActionFailure } from '@/components/handover/handover-actions'
import type { ActionResult } from '@/lib/core/action'

/**
 * Runs a server action and keeps why it failed. A request that never arrived is told as what it mostly is here: no
 * network in the garage.
 */
export function useStepAction(): {
  isRunning: boolean
  failure: ActionFailure | null
  run: <T>(work: () => Promise<ActionResult<T>>, then: (data: T) => void) => void
} {
  const t = useTranslations('handover')
  const [isRunning, start] = useTransition()
  const [failure, setFailure] = useState<ActionFailure | null>(null)

  function run<T>(work: () => Promise<ActionResult<T>>, then: (data: T) => void) {
    start(async () => {
      setFailure(null)
      const result = await work().catch(() => null)
      if (result === null) setFailure({ code: 'offline', message: t('offline.notSent'), requestId: '' })
      else if (result.ok) then(result.data)
      else setFailure(result.error)
    })
  }

  return { isRunning, failure, run }
}
