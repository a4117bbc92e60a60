import { useTranslations } from 'next-intl'
import { MaintenanceRow } from '@/components/fleet/maintenance/maintenance-row'
import { PlanMaintenance } from '@/components/fleet/maintenance/plan-maintenance'
import { RecordMaintenance } from '@/components/fleet/maintenance/record-maintenance'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { localDateOf } from '@/lib/core/dates'
import type { Maintenance } from '@/lib/fleet/maintenance/queries'

type MaintenanceCardProps = {
  vehicle: { id: string; plate: string; odometerKm: number }
  work: Maintenance[]
  timeZone: string
  currency: string
  today: Date
  canEdit: boolean
}

/** The work on one vehicle: what is to come, then what was done. */
export function MaintenanceCard({ vehicle, work, timeZone, currency, today, canEdit }: MaintenanceCardProps) {
  const t = useTranslations('fleet.maintenance')
  return (
    <Card
      title={t('title')}
      flush
      {...(canEdit && {
        actions: (
          <>
            <RecordMaintenance
              vehicle={vehicle}
              today={localDateOf(today, timeZone)}
              currency={currency}
              trigger={
                <Button size="sm" variant="ghost">
                  {t('form.record')}
                </Button>
              }
            />
            <PlanMaintenance
              vehicle={vehicle}
              timeZone={timeZone}
              trigger={<Button size="sm">{t('form.plan')}</Button>}
            />
          </>
        ),
      })}
    >
      {work.length === 0 ? (
        <p className="p-4 text-muted text-sm">{t('none')}</p>
      ) : (
        <ul className="divide-y">
          {work.map((one) => (
            <MaintenanceRow
              key={one.id}
              work={one}
              timeZone={timeZone}
              currency={currency}
              canEdit={canEdit}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}
