import { useTranslations } from 'next-intl'
import { PlanMaintenance } from '@/components/fleet/maintenance/plan-maintenance'
import { useDueText } from '@/components/fleet/maintenance/use-due-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { DueItem } from '@/lib/fleet/maintenance/schema'

type DueAlertProps = { due: DueItem; timeZone: string; canEdit: boolean }

/** Something on this vehicle is due; what can be planned is planned from here. */
export function DueAlert({ due, timeZone, canEdit }: DueAlertProps) {
  const t = useTranslations('fleet.maintenance')
  const text = useDueText(timeZone)
  const tone = due.plannedAt ? 'info' : due.isOverdue ? 'danger' : 'warning'
  return (
    <Alert
      tone={tone}
      title={t(due.isOverdue ? 'overdueItem' : 'dueItem', { item: text.item(due) })}
      {...(canEdit &&
        due.kind &&
        !due.plannedAt && {
          actions: (
            <PlanMaintenance
              vehicle={due.vehicle}
              kind={due.kind}
              timeZone={timeZone}
              trigger={<Button size="sm">{t('form.plan')}</Button>}
            />
          ),
        })}
    >
      <p>{text.when(due)}</p>
    </Alert>
  )
}
