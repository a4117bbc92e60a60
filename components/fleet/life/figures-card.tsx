import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { Money } from '@/components/ui/money'
import { Stat } from '@/components/ui/stat'
import { languageTag } from '@/lib/core/language-tag'
import type { VehicleFigures } from '@/lib/fleet/queries/vehicle-life'

/** Twelve months of a vehicle: how busy it was, what it earned, what its upkeep cost. */
export function FiguresCard({ figures, currency }: { figures: VehicleFigures; currency: string }) {
  const t = useTranslations('fleet.life')
  const { utilisationBp, revenueRappen, maintenanceRappen } = figures
  const result = revenueRappen - maintenanceRappen
  return (
    <Card title={t('figures')}>
      <div className="grid gap-5">
        <div className="grid grid-cols-2 gap-x-6 gap-y-4 xl:grid-cols-4">
          <Stat label={t('utilisation')} value={`${Math.round(utilisationBp / 100)} %`} />
          <Stat label={t('revenue')} value={<Money amountRappen={revenueRappen} currency={currency} />} />
          <Stat
            label={t('maintenanceCost')}
            value={<Money amountRappen={maintenanceRappen} currency={currency} />}
          />
          <Stat
            label={t('result')}
            value={
              <span className={cn(result < 0 && 'text-overdue-text')}>
                <Money amountRappen={result} currency={currency} />
              </span>
            }
          />
        </div>
        <MonthBars months={figures.months} />
        <p className="text-muted text-xs">{t('figuresText')}</p>
      </div>
    </Card>
  )
}

/** Utilisation month by month; the figures are there for those who cannot see the bars. */
function MonthBars({ months }: Pick<VehicleFigures, 'months'>) {
  const t = useTranslations('fleet.life')
  const locale = useLocale()
  const name = (month: string) =>
    new Intl.DateTimeFormat(languageTag(locale), { month: 'short', timeZone: 'UTC' })
      .format(new Date(`${month}T12:00:00Z`))
      .slice(0, 3)
  return (
    <ol aria-label={t('byMonth')} className="grid grid-cols-12 gap-1 sm:gap-2">
      {months.map(({ month, utilisationBp }) => {
        const percent = Math.round(utilisationBp / 100)
        return (
          <li key={month} className="grid gap-1 text-center text-muted text-xs">
            <span className="tabular max-sm:sr-only">{percent} %</span>
            <span aria-hidden="true" className="flex h-16 items-end rounded-sm bg-sunken">
              <span
                className="w-full rounded-sm bg-active"
                style={{ height: `${Math.min(100, percent)}%` }}
              />
            </span>
            <span className="max-sm:-mx-1">{name(month)}</span>
          </li>
        )
      })}
    </ol>
  )
}
