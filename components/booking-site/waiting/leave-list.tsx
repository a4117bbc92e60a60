import { useTranslations } from 'next-intl'
import { Fold, foldCard } from '@/components/booking-site/fold'
import { buttonStyle } from '@/components/ui/button-style'

/** Leaving the list by oneself, folded away. */
export function LeaveList({ leave }: { leave: () => Promise<void> }) {
  const t = useTranslations('booking-site.waiting.leave')
  return (
    <Fold title={t('title')} className={foldCard}>
      <p className="text-muted">{t('text')}</p>
      <form action={leave}>
        <button type="submit" className={buttonStyle({ size: 'lg' })}>
          {t('confirm')}
        </button>
      </form>
    </Fold>
  )
}
