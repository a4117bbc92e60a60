import { CalendarPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { HoldCountdown } from '@/components/booking-site/hold-countdown'
import { SiteLink } from '@/components/booking-site/site-link'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/cn'
import type { Booking, Standing } from '@/lib/booking-site/booking'
import { formatTime } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'

type BookingActionsProps = {
  booking: Booking
  standing: Standing
  /** The same vehicle and time once more, for a booking that came to nothing. */
  again: string | null
  ctx: { now: () => Date; timeZone: string }
  pay: () => Promise<void>
}

/** The one next step of each standing: pay, put it into the calendar, book once more, or look for another vehicle; a rental under way needs none. */
export function BookingActions({ booking, standing, again, ctx, pay }: BookingActionsProps) {
  const t = useTranslations('booking-site.booking')
  if (standing === 'awaiting_payment' && booking.payment) {
    const amount = formatMoney(booking.payment.amountRappen, booking.payment.currency)
    return (
      <form action={pay} className="grid gap-3">
        {booking.holdExpiresAt && (
          <HoldCountdown
            expiresAt={booking.holdExpiresAt.toISOString()}
            now={ctx.now().toISOString()}
            until={t('heldUntil', { time: formatTime(booking.holdExpiresAt, ctx.timeZone) })}
            left={t('heldLeft')}
          />
        )}
        <button type="submit" className={buttonStyle({ variant: 'primary', size: 'xl' })}>
          {t('payNow', { amount })}
        </button>
      </form>
    )
  }
  if (standing === 'confirmed') {
    return (
      <div>
        <a
          href={`/portal/${booking.token}/calendar`}
          className={cn(buttonStyle({ size: 'lg' }), 'h-auto min-h-11 max-w-full whitespace-normal py-2')}
        >
          <CalendarPlus aria-hidden="true" />
          {t('calendar')}
        </a>
      </div>
    )
  }
  if (standing === 'picked_up' || standing === 'returned') return null
  return (
    <div className="flex flex-wrap gap-2">
      {again && (
        <SiteLink href={again} className={buttonStyle({ variant: 'primary', size: 'lg' })}>
          {t('bookAgain')}
        </SiteLink>
      )}
      <SiteLink href="/" className={buttonStyle({ variant: again ? 'secondary' : 'primary', size: 'lg' })}>
        {t('searchAgain')}
      </SiteLink>
    </div>
  )
}
