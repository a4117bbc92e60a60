import { useTranslations } from 'next-intl'
import { cancelMaintenanceAction } from '@/app/(dashboard)/dashboard/fleet/maintenance-actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { FinishMaintenance } from '@/components/fleet/maintenance/finish-maintenance'
import { MoveMaintenance, StartMaintenance } from '@/components/fleet/maintenance/move-maintenance'
import { Button } from '@/components/ui/button'
import type { Maintenance } from '@/lib/fleet/maintenance/queries'

type MaintenanceActionsProps = { work: Maintenance; timeZone: string; currency: string }

/** What can be done with work that is not over: the next step first. */
export function MaintenanceActions({ work, timeZone, currency }: MaintenanceActionsProps) {
  const t = useTranslations('fleet.maintenance.form')
  if (work.status === 'done' || work.status === 'cancelled') return null
  const isPlanned = work.status === 'planned'
  return (
    <div className="flex flex-wrap gap-2">
      {isPlanned && (
        <StartMaintenance work={work} timeZone={timeZone} trigger={<Button size="sm">{t('start')}</Button>} />
      )}
      <FinishMaintenance work={work} currency={currency} trigger={<Button size="sm">{t('finish')}</Button>} />
      <MoveMaintenance
        work={work}
        timeZone={timeZone}
        trigger={
          <Button size="sm" variant="ghost">
            {t(isPlanned ? 'move' : 'newEnd')}
          </Button>
        }
      />
      <ConfirmAction
        trigger={
          <Button size="sm" variant="ghost">
            {t('cancel')}
          </Button>
        }
        title={t('cancelTitle', { plate: work.vehicle.plate })}
        consequences={[t('cancelText')]}
        confirmLabel={t('cancel')}
        action={cancelMaintenanceAction}
        input={{ id: work.id }}
        done={t('cancelled')}
      />
    </div>
  )
}
