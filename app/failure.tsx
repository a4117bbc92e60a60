'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'

export type FailureProps = { error: unknown; retry: () => void }

/** What Next gives an error that happened on the server, so that its log can be found. */
function digestOf(error: unknown): string | undefined {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  return typeof digest === 'string' ? digest : undefined
}

/** A part of the page that failed: what to do, and the number its log is found by. */
export function Failure({ error, retry }: FailureProps) {
  const t = useTranslations('ui.error')
  return <ErrorState requestId={digestOf(error)} actions={<Button onClick={retry}>{t('retry')}</Button>} />
}
