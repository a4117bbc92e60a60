import { useTranslations } from 'next-intl'
import type { ShellContext } from '@/components/shell/shell-context'
import { cn } from '@/components/ui/cn'
import { TextLink } from '@/components/ui/text-link'

const LAST_DAYS = 3

type PlanBannerProps = Pick<ShellContext, 'company' | 'permissions'>

/** How the subscription stands, where it needs anybody's attention: a trial that runs, a payment that failed, a stop. */
export function PlanBanner({ company, permissions }: PlanBannerProps) {
  const { status, trialDaysLeft, graceDaysLeft } = company
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
      <span>
        {status === 'trial' && t(days > 0 ? 'trial' : 'trialOver', { days })}
        {status === 'past_due' &&
          t(status, { days: graceDaysLeft === null ? -1 : Math.max(0, graceDaysLeft) })}
        {(status === 'suspended' || status === 'canceled') && t(status)}
      </span>
      {permissions.includes('settings.edit') && (
        <TextLink href="/dashboard/settings/plan" className="font-medium text-inherit">
          {t(status === 'trial' || status === 'canceled' ? 'choose' : 'look')}
        </TextLink>
      )}
    </div>
  )
}
