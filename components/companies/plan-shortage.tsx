import { useTranslations } from 'next-intl'
import { PlanLines } from '@/components/companies/plan-lines'
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
      <PlanLines entries={shortages} />
    </Alert>
  )
}
