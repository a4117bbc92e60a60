import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { subscribeAction } from '@/app/(dashboard)/dashboard/settings/plan/actions'
import { ChangePlan } from '@/components/companies/billing/change-plan'
import { PerMonth } from '@/components/companies/billing/subscription-card'
import { ToStripe } from '@/components/companies/billing/to-stripe'
import { feeShare, planAmount } from '@/components/companies/plan-amount'
import { PlanLines } from '@/components/companies/plan-lines'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import type { OfferedPlan, Subscription } from '@/lib/companies/billing/queries'
import { excessOf, fullMonthOf, wayToPlan } from '@/lib/companies/billing/rules'
import type { Usage } from '@/lib/companies/plan'
import type { PlanName } from '@/lib/core/plans'

type PlanChoiceProps = {
  plans: OfferedPlan[]
  current: PlanName
  usage: Usage[]
  subscription: Subscription | null
  canManage: boolean
  isTrial: boolean
  timeZone: string
}

/** The plans beside each other, and under each what its owner can do about it. */
export function PlanChoice({ plans, isTrial, ...choice }: PlanChoiceProps) {
  const t = useTranslations('settings.plan')
  return (
    <section aria-labelledby="plans" className="grid gap-3">
      <h2 id="plans" className="font-semibold text-base">
        {t('choice.title')}
      </h2>
      <ul className="grid gap-4 md:grid-cols-3">
        {plans.map((offered) => (
          <OnePlan key={offered.plan} offered={offered} {...choice} />
        ))}
      </ul>
      <p className="text-muted text-sm">{t(isTrial ? 'choice.trialText' : 'choice.text')}</p>
    </section>
  )
}

type OnePlanProps = Omit<PlanChoiceProps, 'plans' | 'isTrial'> & { offered: OfferedPlan }

function OnePlan({ offered, ...choice }: OnePlanProps) {
  const t = useTranslations('settings.plan')
  const { plan, price, limits, feeBasisPoints } = offered
  const isCurrent = plan === choice.current
  return (
    <li
      className={cn(
        'grid content-start gap-4 rounded-lg border bg-surface p-4',
        isCurrent && 'border-accent outline outline-accent',
      )}
    >
      <div className="grid gap-1">
        <h3 className="flex flex-wrap items-center justify-between gap-2 font-semibold">
          {t(`names.${plan}`)}
          {isCurrent && <Badge>{t('choice.current')}</Badge>}
        </h3>
        <p className={price ? 'text-lg' : 'text-muted text-sm'}>
          {price ? <PerMonth {...price} /> : t('choice.noPrice')}
        </p>
      </div>
      <ul className="grid gap-1.5 text-sm">
        {limits.map(({ resource, limit }) => (
          <Line key={resource}>
            {limit === null
              ? t(`choice.unlimited.${resource}`)
              : t(`choice.limit.${resource}`, { count: limit, amount: planAmount(resource, limit) })}
          </Line>
        ))}
        <Line>{t('choice.fee', { percent: feeShare(feeBasisPoints) })}</Line>
      </ul>
      <ChoiceOf offered={offered} {...choice} />
    </li>
  )
}

function Line({ children }: { children: React.ReactNode }) {
  return (
    <li className="flex gap-2">
      <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
      <span>{children}</span>
    </li>
  )
}

/** The button, or why there is none. */
function ChoiceOf({ offered, current, usage, subscription, canManage, timeZone }: OnePlanProps) {
  const t = useTranslations('settings.plan')
  const { plan, price } = offered
  const way = wayToPlan(subscription)
  if (!canManage || price === null || way === 'portal' || (way === 'change' && plan === current)) return null
  const excess = excessOf(usage, offered)
  if (excess.length > 0) {
    return (
      <div className="mt-auto grid gap-1 text-maintenance-text text-sm">
        <p className="font-medium">{t('choice.tooSmall')}</p>
        <PlanLines entries={excess} />
      </div>
    )
  }
  return (
    <div className="mt-auto">
      {way === 'change' ? (
        <ChangePlan from={current} to={plan} fullMonth={fullMonthOf(usage, offered)} timeZone={timeZone} />
      ) : (
        <ToStripe
          action={subscribeAction}
          input={{ plan }}
          variant={plan === current ? 'primary' : 'secondary'}
          className="w-full"
        >
          {t('choice.subscribe', { plan: t(`names.${plan}`) })}
        </ToStripe>
      )}
    </div>
  )
}
