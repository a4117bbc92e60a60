import { CalendarPlus } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'
import type { Booking, Standing } from '@/lib/booking-site/booking'
import { formatMoney } from '@/lib/core/money'

type BookingActionsProps = { booking: Booking; standing: Standing; pay: () => Promise<void> }

/** The one next step of each standing: pay, put it into the calendar, or look for another vehicle. */
export function BookingActions({ booking, standing, pay }: BookingActionsProps) {
  const t = useTranslations('booking-site.booking')
  if (standing === 'awaiting_payment' && booking.payment) {
    const amount = formatMoney(booking.payment.amountRappen, booking.payment.currency)
    return (
      <form action={pay}>
        <button type="submit" className={buttonStyle({ variant: 'primary', size: 'xl' })}>
          {t('payNow', { amount })}
        </button>
      </form>
    )
  }
  if (standing === 'confirmed') {
    return (
      <div>
        <a href={`/portal/${booking.token}/calendar`} className={buttonStyle({ size: 'lg' })}>
          <CalendarPlus aria-hidden="true" />
          {t('calendar')}
        </a>
      </div>
    )
  }
  return (
    <div>
      <Link href="/" className={buttonStyle({ variant: 'primary', size: 'lg' })}>
        {t('searchAgain')}
      </Link>
    </div>
  )
}
