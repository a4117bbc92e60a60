import { useTranslations } from 'next-intl'
import { Fold, foldCard } from '@/components/booking-site/fold'
import { buttonStyle } from '@/components/ui/button-style'
import { formatMoney } from '@/lib/core/money'

type CancelBookingProps = {
  terms: { paidRappen: number; refundRappen: number }
  currency: string
  cancel: () => Promise<void>
}

/** Calling a booking off by oneself: folded away, and said what comes back before the button is there. */
export function CancelBooking({ terms: { paidRappen, refundRappen }, currency, cancel }: CancelBookingProps) {
  const t = useTranslations('booking-site.booking.cancel')
  const money = (amount: number) => formatMoney(amount, currency)
  return (
    <Fold title={t('title')} className={foldCard}>
      <ul className="grid gap-1 text-muted">
        <li>{t('frees')}</li>
        {paidRappen > 0 && refundRappen > 0 && <li>{t('refunds', { amount: money(refundRappen) })}</li>}
        {paidRappen > refundRappen && <li>{t('keeps', { amount: money(paidRappen - refundRappen) })}</li>}
        {paidRappen === 0 && <li>{t('nothingPaid')}</li>}
      </ul>
      <form action={cancel}>
        <button type="submit" className={buttonStyle({ size: 'lg' })}>
          {t('confirm')}
        </button>
      </form>
    </Fold>
  )
}
