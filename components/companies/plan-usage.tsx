import { useTranslations } from 'next-intl'
import { PlanMeter } from '@/components/companies/plan-meter'
import { Card } from '@/components/ui/card'
import type { Plan } from '@/lib/companies/plan'

/** The company's plan: what it has room for, and how much of that is taken. */
export function PlanUsage({ plan, usage }: Plan) {
  const t = useTranslations('settings.plan')
  return (
    <Card title={t('of', { plan: t(`names.${plan}`) })} className="max-w-2xl">
      <ul className="grid gap-5">
        {usage.map((entry) => (
          <PlanMeter key={entry.resource} {...entry} />
        ))}
      </ul>
    </Card>
  )
}
