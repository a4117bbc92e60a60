import { useTranslations } from 'next-intl'
import { openPortalAction } from '@/app/(dashboard)/dashboard/settings/plan/actions'
import { ToStripe } from '@/components/companies/billing/to-stripe'
import { Alert } from '@/components/ui/alert'
import { DateTime } from '@/components/ui/date-time'
import type { Subscription } from '@/lib/companies/billing/queries'
import { wayToPlan } from '@/lib/companies/billing/rules'
import type { Company } from '@/lib/core/me'

type SubscriptionNoticeProps = {
  company: Company
  subscription: Subscription | null
  secondGivenBackAt: string | null
  canManage: boolean
}

/** What is wrong with the subscription and how to put it right; nothing while all is well. */
export function SubscriptionNotice(props: SubscriptionNoticeProps) {
  const { company, subscription, secondGivenBackAt, canManage } = props
  const t = useTranslations('settings.plan.notice')
  const day = (instant: string) => () => (
    <DateTime instant={instant} timeZone={company.timeZone} show="date" />
  )
  const portal = canManage && (
    <ToStripe action={openPortalAction} variant="primary">
      {t('pay')}
    </ToStripe>
  )
  return (
    <>
      {company.status === 'past_due' && subscription?.graceEndsAt && (
        <Alert tone="warning" title={t('pastDue')} actions={portal}>
          <p>{t.rich('pastDueText', { day: day(subscription.graceEndsAt) })}</p>
        </Alert>
      )}
      {company.status === 'suspended' && wayToPlan(subscription) === 'portal' && (
        <Alert tone="danger" title={t('suspended')} actions={portal}>
          <p>{t('unpaidText')}</p>
        </Alert>
      )}
      {(company.status === 'suspended' || company.status === 'canceled') &&
        wayToPlan(subscription) === 'checkout' && (
          <Alert tone="danger" title={t(company.status)}>
            <p>{t('chooseText')}</p>
          </Alert>
        )}
      {secondGivenBackAt && (
        <Alert tone="info" title={t('second')}>
          <p>{t.rich('secondText', { day: day(secondGivenBackAt) })}</p>
        </Alert>
      )}
    </>
  )
}
