import { BellRing, CircleCheck, CircleSlash, Clock, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { WaitingStanding } from '@/lib/booking-site/waiting/rules'
import { formatDateTime } from '@/lib/core/dates'

const LOOKS: Record<WaitingStanding, { icon: LucideIcon; style: string }> = {
  waiting: { icon: Clock, style: 'text-maintenance' },
  free: { icon: BellRing, style: 'text-active' },
  kept: { icon: BellRing, style: 'text-active' },
  accepted: { icon: Clock, style: 'text-maintenance' },
  booked: { icon: CircleCheck, style: 'text-active' },
  withdrawn: { icon: CircleSlash, style: 'text-muted' },
  expired: { icon: CircleSlash, style: 'text-muted' },
}

type WaitingStandingProps = {
  standing: WaitingStanding
  until: Date | null
  ctx: { timeZone: string; locale: string }
  /** What can be done about it. */
  children: ReactNode
}

/** Where somebody on the waiting list stands, in one sentence. */
export function WaitingStandingCard({ standing, until, ctx, children }: WaitingStandingProps) {
  const t = useTranslations('booking-site.waiting.standing')
  const { icon: Icon, style } = LOOKS[standing]
  return (
    <section className="grid gap-4 rounded-lg border bg-surface p-5">
      <div aria-live="polite" className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <Icon aria-hidden="true" className={cn('mt-1 size-7', style)} />
        <h1 className="self-center font-semibold text-2xl">{t(`${standing}.title`)}</h1>
        <p className="col-start-2 text-lg text-muted">
          {t(`${standing}.text`, { until: until ? formatDateTime(until, ctx) : '' })}
        </p>
      </div>
      {children}
    </section>
  )
}
