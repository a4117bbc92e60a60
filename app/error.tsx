'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** A page that failed: what to do, and the number under which we find it. */
export default function PageFailure({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = useTranslations('core.failure')
  return (
    <main className="mx-auto grid min-h-dvh max-w-sm content-center gap-4 px-4">
      <h1 className="font-semibold text-2xl text-ink">{t('title')}</h1>
      <p className="text-muted text-sm">{t('text')}</p>
      {error.digest && (
        <p className="font-mono text-muted text-xs">
          {t('requestId')} {error.digest}
        </p>
      )}
      <div>
        <Button onClick={reset}>{t('retry')}</Button>
      </div>
    </main>
  )
}
