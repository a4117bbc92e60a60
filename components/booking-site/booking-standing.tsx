import {
  CircleCheck,
  CircleSlash,
  Clock,
  KeyRound,
  type LucideIcon,
  ReceiptText,
  RotateCcw,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Spinner } from '@/components/ui/spinner'
import type { Booking, Standing } from '@/lib/booking-site/booking'
import { formatDateTime, formatTime } from '@/lib/core/dates'
import { formatMoney } from '@/lib/core/money'

const LOOKS: Record<Standing, { icon: LucideIcon; style: string }> = {
  confirmed: { icon: CircleCheck, style: 'text-active' },
  picked_up: { icon: KeyRound, style: 'text-active' },
  returned: { icon: ReceiptText, style: 'text-confirmed' },
  done: { icon: CircleCheck, style: 'text-active' },
  awaiting_payment: { icon: Clock, style: 'text-maintenance' },
  expired: { icon: CircleSlash, style: 'text-muted' },
  refunded: { icon: RotateCcw, style: 'text-confirmed' },
  cancelled: { icon: CircleSlash, style: 'text-muted' },
  no_show: { icon: CircleSlash, style: 'text-muted' },
}

type BookingStandingProps = {
  booking: Booking
  standing: Standing
  /** The customer comes from the payment page and Stripe's word is still on its way. */
  checking: boolean
  /** What is left to pay of a rental that is over. */
  openRappen: number
  ctx: { timeZone: string; locale: string }
  children: ReactNode
}

/** Where the booking stands, in one sentence, and what can be done about it. */
export function BookingStanding({
  booking,
  standing,
  checking,
  openRappen,
  ctx,
  children,
}: BookingStandingProps) {
  const t = useTranslations('booking-site.booking')
  const said = checking ? 'checking' : sentenceFor(booking, standing, openRappen)
  const { icon: Icon, style } = LOOKS[standing]
  const values = {
    email: booking.customer.email ?? '',
    time: booking.holdExpiresAt ? formatTime(booking.holdExpiresAt, ctx.timeZone) : '',
    amount: formatMoney(openRappen || (booking.payment?.amountRappen ?? 0), booking.currency),
    due: formatDateTime(booking.endsAt, ctx),
    place: booking.return.name,
  }
  return (
    <section className="grid gap-4 rounded-lg border bg-surface p-5">
      <div aria-live="polite" className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {checking ? (
          <Spinner className="mt-1 size-7 text-accent-line" />
        ) : (
          <Icon aria-hidden="true" className={cn('mt-1 size-7', style)} />
        )}
        <h1 className="self-center font-semibold text-2xl">{t(`${said}.title`)}</h1>
        <p className="col-start-2 text-lg text-muted">{t(`${said}.text`, values)}</p>
        <p className="tabular col-start-2 text-muted">{t('number', { number: booking.number })}</p>
      </div>
      {!checking && children}
    </section>
  )
}

function sentenceFor(booking: Booking, standing: Standing, openRappen: number): string {
  if ((standing === 'returned' || standing === 'done') && openRappen > 0) return 'open'
  if (standing === 'awaiting_payment' && booking.payment?.status === 'failed') return 'failed'
  return standing === 'confirmed' && !booking.customer.email ? 'confirmedNoMail' : standing
}
