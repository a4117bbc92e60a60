import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'

/** Leaving the list by oneself, folded away. */
export function LeaveList({ leave }: { leave: () => Promise<void> }) {
  const t = useTranslations('booking-site.waiting.leave')
  return (
    <details className="rounded-lg border bg-surface p-4">
      <summary className="min-h-6 cursor-pointer font-medium">{t('title')}</summary>
      <div className="mt-3 grid gap-3">
        <p className="text-muted">{t('text')}</p>
        <form action={leave}>
          <button type="submit" className={buttonStyle({ size: 'lg' })}>
            {t('confirm')}
          </button>
        </form>
      </div>
    </details>
  )
}
