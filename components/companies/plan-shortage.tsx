import { useTranslations } from 'next-intl'
import { planAmount } from '@/components/companies/plan-amount'
import { Alert } from '@/components/ui/alert'
import { TextLink } from '@/components/ui/text-link'
import { fullnessOf, type Usage } from '@/lib/companies/plan'

/** Says before it hurts that the plan is running out of something. */
export function PlanShortage({ shortages }: { shortages: Usage[] }) {
  const t = useTranslations('settings.plan')
  if (shortages.length === 0) return null
  const isFull = shortages.some((entry) => fullnessOf(entry) === 'full')
  return (
    <Alert
      tone={isFull ? 'danger' : 'warning'}
      title={t(isFull ? 'someFull' : 'soonFull')}
      actions={<TextLink href="/dashboard/settings/plan">{t('look')}</TextLink>}
    >
      {shortages.map(({ resource, used, limit }) => (
        <p key={resource}>
          {t('line', {
            resource: t(`resources.${resource}`),
            used: planAmount(resource, used),
            limit: planAmount(resource, limit ?? 0),
          })}
        </p>
      ))}
    </Alert>
  )
}
