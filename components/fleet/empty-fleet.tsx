import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { VehicleSilhouette } from '@/components/icons/vehicle-silhouette'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** A company without vehicles: how they come in. */
export function EmptyFleet({ canEdit }: { canEdit: boolean }) {
  const t = useTranslations('fleet')
  return (
    <EmptyState
      picture={<VehicleSilhouette body="estate" className="w-40" />}
      title={t('list.emptyTitle')}
      className="rounded-lg border bg-surface"
      actions={
        canEdit && (
          <>
            <Button asChild variant="primary">
              <Link href="/dashboard/fleet/import">{t('import.action')}</Link>
            </Button>
            <Button asChild>
              <Link href="/dashboard/fleet/new">{t('list.add')}</Link>
            </Button>
          </>
        )
      }
    >
      {t('list.emptyText')}
    </EmptyState>
  )
}
