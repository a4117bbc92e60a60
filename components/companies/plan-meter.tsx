import { useTranslations } from 'next-intl'
import { planAmount } from '@/components/companies/plan-amount'
import { cn } from '@/components/ui/cn'
import { fullnessOf, type Usage } from '@/lib/companies/plan'

const FILLS = { fine: 'bg-accent', warning: 'bg-maintenance', full: 'bg-overdue' }

/** One resource of the plan: taken, of how many, as words and as a bar. */
export function PlanMeter({ resource, used, limit }: Usage) {
  const t = useTranslations('settings.plan')
  const fullness = fullnessOf({ used, limit })
  const amounts = { used: planAmount(resource, used), limit: planAmount(resource, limit ?? 0) }
  return (
    <li className="grid gap-1.5">
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="font-medium">{t(`resources.${resource}`)}</span>
        <span className="tabular">{limit === null ? t('unlimited', amounts) : t('used', amounts)}</span>
      </p>
      {limit !== null && (
        <progress
          value={Math.min(used, limit)}
          max={limit}
          aria-label={t(`resources.${resource}`)}
          className="sr-only"
        />
      )}
      {limit !== null && (
        <div aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-sunken">
          <div
            className={cn('h-full rounded-full', FILLS[fullness])}
            style={{ width: `${Math.min(100, (100 * used) / Math.max(limit, 1))}%` }}
          />
        </div>
      )}
      {fullness !== 'fine' && (
        <p className={cn('text-sm', fullness === 'full' ? 'text-overdue-text' : 'text-maintenance-text')}>
          {t(`${fullness}.${resource}`)}
        </p>
      )}
    </li>
  )
}
