'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { answerOf } from '@/components/dashboard/answer-of'
import type { ActionResult } from '@/lib/core/action'

/** Waits for what a server action answers, and says in the reader's language when nothing came back. */
export function useAnswer() {
  const t = useTranslations('errors')
  return useCallback(<T>(asked: Promise<ActionResult<T>>) => answerOf(asked, t('unavailable')), [t])
}
