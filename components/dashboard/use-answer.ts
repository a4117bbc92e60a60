'use client'

import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { ActionResult } from '@/lib/core/action'

/**
 * Waits for what a server action answers. Where nothing comes back, because the network or the server is away, that is a
 * refusal like any other: the page stays, and what was typed on it. Whether the work was done is then not known.
 */
export function useAnswer() {
  const t = useTranslations('errors')
  return useCallback(
    async <T>(asked: Promise<ActionResult<T>>): Promise<ActionResult<T>> => {
      try {
        return await asked
      } catch (thrown) {
        // A redirect comes as an error, too.
        unstable_rethrow(thrown)
        return { ok: false, error: { code: 'unavailable', message: t('unavailable'), requestId: '' } }
      }
    },
    [t],
  )
}
