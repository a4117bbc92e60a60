import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { PlanChoice } from '@/components/companies/billing/plan-choice'
import { SmsOverageCard } from '@/components/companies/billing/sms-overage-card'
import { SubscriptionCard } from '@/components/companies/billing/subscription-card'
import { SubscriptionNotice } from '@/components/companies/billing/subscription-notice'
import { PlanUsage } from '@/components/companies/plan-usage'
import { RefreshUntilThere } from '@/components/dashboard/refresh-until-there'
import { Alert } from '@/components/ui/alert'
import { getSubscription, listPlans } from '@/lib/companies/billing/queries'
import { wayToPlan } from '@/lib/companies/billing/rules'
import { getPlanUsage, getSmsOverage } from '@/lib/companies/plan'

export const generateMetadata = pageTitle('settings', 'plan.title')

type PlanPageProps = { searchParams: Promise<{ subscribed?: string }> }

/** The company's own subscription: how it stands, what is used of it, and what else there is to choose. */
export default async function PlanPage({ searchParams }: PlanPageProps) {
  const ctx = await pageContext('settings.edit')
  const [t, { plan, usage }, overage, { subscription, secondGivenBackAt }, plans, { subscribed }] =
    await Promise.all([
      getTranslations('settings.plan'),
      getPlanUsage(ctx),
      getSmsOverage(ctx),
      getSubscription(ctx),
      listPlans(ctx),
      searchParams,
    ])
  const canManage = ctx.can('billing.manage')
  const isOnHold = ctx.company.status === 'suspended' || ctx.company.status === 'canceled'
  const isAwaited = subscribed !== undefined && wayToPlan(subscription) === 'checkout'
  return (
    <div className="grid max-w-5xl gap-6">
      {isAwaited ? (
        <Alert tone="info" title={t('awaited')}>
          <RefreshUntilThere />
        </Alert>
      ) : (
        <SubscriptionNotice {...{ subscription, secondGivenBackAt, canManage }} company={ctx.company} />
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <SubscriptionCard
          {...{ subscription, canManage }}
          company={ctx.company}
          price={plans.find((offered) => offered.plan === plan)?.price ?? null}
        />
        <PlanUsage plan={plan} usage={usage} />
        <SmsOverageCard
          overage={overage}
          canManage={canManage && !isOnHold}
          currency={plans[0]?.price?.currency ?? 'CHF'}
        />
      </div>
      {!isAwaited && (
        <PlanChoice
          {...{ plans, usage, subscription, canManage }}
          current={plan}
          isTrial={ctx.company.status === 'trial'}
          timeZone={ctx.timeZone}
        />
      )}
    </div>
  )
}
