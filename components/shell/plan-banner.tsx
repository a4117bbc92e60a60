import { useTranslations } from 'next-intl'
import type { ShellContext } from '@/components/shell/shell-context'
import { cn } from '@/components/ui/cn'

const LAST_DAYS = 3

type PlanBannerProps = { company: ShellContext['company'] }

/** How the subscription stands, where it needs anybody's attention: a trial that runs, a payment that failed, a stop. */
export function PlanBanner({ company: { status, trialDaysLeft } }: PlanBannerProps) {
  const t = useTranslations('shell.plan')
  if (status === 'active') return null
  const days = trialDaysLeft ?? 0
  const isCalm = status === 'trial' && days > LAST_DAYS
  const isStopped = status === 'suspended' || status === 'canceled' || (status === 'trial' && days <= 0)
  return (
    <div
      role="status"
      data-print="hide"
      className={cn(
        'flex flex-wrap items-center justify-center gap-x-3 border-b px-4 py-1.5 text-center text-xs',
        isCalm && 'bg-accent-soft text-accent-text',
        !isCalm && !isStopped && 'bg-maintenance-soft text-maintenance-text',
        isStopped && 'bg-overdue-soft text-overdue-text',
      )}
    >
      <span>{status === 'trial' ? t(days > 0 ? 'trial' : 'trialOver', { days }) : t(status)}</span>
    </div>
  )
}
