import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Money } from '@/components/ui/money'
import { Stat } from '@/components/ui/stat'
import { changePercent } from '@/lib/dashboard/figures'
import type { Figures } from '@/lib/dashboard/schema'

/** How the month goes beside the same days of the month before, and what is owed. */
export function MonthFigures({ figures, currency }: { figures: Figures; currency: string }) {
  const t = useTranslations('dashboard.figures')
  const trend = (now: number | null, before: number | null) => {
    const percent = changePercent(now, before)
    return percent === null ? {} : { trend: { percent, against: t('against') } }
  }
  const { utilisationBp, utilisationBeforeBp, revenueRappen, revenueBeforeRappen } = figures
  return (
    <Card title={t('title')}>
      <div className="grid grid-cols-2 gap-6 lg:grid-cols-4">
        <Stat
          label={t('revenue')}
          value={<Money amountRappen={revenueRappen} currency={currency} />}
          {...trend(revenueRappen, revenueBeforeRappen)}
        />
        <Stat
          label={t('utilisation')}
          value={utilisationBp === null ? '–' : `${Math.round(utilisationBp / 100)} %`}
          {...trend(utilisationBp, utilisationBeforeBp)}
        />
        <Stat
          label={t('open', { count: figures.openCount })}
          value={<Money amountRappen={figures.openRappen} currency={currency} />}
        />
        <Stat
          label={t('overdue')}
          value={<Money amountRappen={figures.overdueRappen} currency={currency} />}
        />
      </div>
    </Card>
  )
}
