import { useTranslations } from 'next-intl'
import { useDueText } from '@/components/fleet/maintenance/use-due-text'
import { RowLink, RowList } from '@/components/ui/row-list'
import { StateBadge } from '@/components/ui/state-badge'
import type { DueItem } from '@/lib/fleet/maintenance/schema'

/** What falls due on the fleet, a vehicle a line. */
export function DueList({ items, timeZone }: { items: DueItem[]; timeZone: string }) {
  const t = useTranslations('fleet.maintenance')
  const text = useDueText(timeZone)
  return (
    <RowList>
      {items.map((due) => (
        <RowLink
          key={`${due.vehicle.id}-${due.item}-${due.maintenanceId}`}
          href={`/dashboard/fleet/${due.vehicle.id}`}
          title={`${text.item(due)} · ${due.vehicle.plate} · ${due.vehicle.make} ${due.vehicle.model}`}
          detail={text.when(due)}
          aside={
            due.plannedAt ? (
              <StateBadge state="confirmed">{t('planned')}</StateBadge>
            ) : due.isOverdue ? (
              <StateBadge state="overdue">{t('overdue')}</StateBadge>
            ) : (
              <StateBadge state="maintenance">{t('soon')}</StateBadge>
            )
          }
        />
      ))}
    </RowList>
  )
}
