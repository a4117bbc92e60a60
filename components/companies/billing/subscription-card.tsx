import { useTranslations } from 'next-intl'
import { openPortalAction } from '@/app/(dashboard)/dashboard/settings/plan/actions'
import { ToStripe } from '@/components/companies/billing/to-stripe'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { DateTime } from '@/components/ui/date-time'
import { Money } from '@/components/ui/money'
import type { State } from '@/components/ui/state'
import { StateBadge } from '@/components/ui/state-badge'
import type { OfferedPlan, Subscription } from '@/lib/companies/billing/queries'
import type { Company } from '@/lib/core/me'

const STATE: Record<Company['status'], State> = {
  trial: 'pending',
  active: 'active',
  past_due: 'due',
  suspended: 'overdue',
  canceled: 'done',
}

type SubscriptionCardProps = {
  company: Company
  subscription: Subscription | null
  price: OfferedPlan['price']
  canManage: boolean
}

/** How the company's subscription stands: plan, price, what comes next, and the way to card and invoices. */
export function SubscriptionCard({ company, subscription, price, canManage }: SubscriptionCardProps) {
  const t = useTranslations('settings.plan')
  const { status, timeZone, trialEndsAt } = company
  const day = (instant: string) => <DateTime instant={instant} timeZone={timeZone} show="date" />
  const isLiving = subscription !== null && subscription.state !== 'canceled'
  return (
    <Card
      title={t('card.title')}
      actions={<StateBadge state={STATE[status]}>{t(`status.${status}`)}</StateBadge>}
    >
      <div className="grid gap-4">
        <DataList
          facts={[
            { label: t('card.plan'), value: t(`names.${company.plan}`) },
            ...(isLiving && price ? [{ label: t('card.price'), value: <PerMonth {...price} /> }] : []),
            ...(!isLiving && status === 'trial' && trialEndsAt
              ? [{ label: t('card.trialEnds'), value: day(trialEndsAt) }]
              : []),
            ...(isLiving && !subscription.endsAt
              ? [{ label: t('card.nextPayment'), value: day(subscription.periodEndsAt) }]
              : []),
            ...(subscription?.endsAt
              ? [{ label: t(isLiving ? 'card.ends' : 'card.ended'), value: day(subscription.endsAt) }]
              : []),
          ]}
        />
        {subscription && canManage && (
          <div className="grid gap-2">
            <ToStripe action={openPortalAction} className="justify-self-start">
              {t('card.portal')}
            </ToStripe>
            <p className="text-muted text-sm">{t('card.portalText')}</p>
          </div>
        )}
        {!canManage && <p className="text-muted text-sm">{t('card.onlyOwners')}</p>}
        <p className="text-muted text-sm">{t('card.grace')}</p>
      </div>
    </Card>
  )
}

/** `CHF 129.00 im Monat` */
export function PerMonth({ amountRappen, currency }: NonNullable<OfferedPlan['price']>) {
  const t = useTranslations('settings.plan')
  return t.rich('perMonth', { amount: () => <Money amountRappen={amountRappen} currency={currency} /> })
}
