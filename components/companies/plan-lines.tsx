import { useTranslations } from 'next-intl'
import { planAmount } from '@/components/companies/plan-amount'
import type { Usage } from '@/lib/companies/plan'

/** How much is used of what a plan has room for, a line each. */
export function PlanLines({ entries }: { entries: Pick<Usage, 'resource' | 'used' | 'limit'>[] }) {
  const t = useTranslations('settings.plan')
  return entries.map(({ resource, used, limit }) => (
    <p key={resource}>
      {t('line', {
        resource: t(`resources.${resource}`),
        used: planAmount(resource, used),
        limit: planAmount(resource, limit ?? 0),
      })}
    </p>
  ))
}
