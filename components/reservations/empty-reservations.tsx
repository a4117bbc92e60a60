import { CalendarRange } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** A company without reservations: where they come from. */
export function EmptyReservations({ canCreate }: { canCreate: boolean }) {
  const t = useTranslations('reservations')
  return (
    <EmptyState
      picture={<CalendarRange aria-hidden="true" />}
      title={t('emptyTitle')}
      className="rounded-lg border bg-surface"
      actions={
        canCreate && (
          <Button asChild variant="primary">
            <Link href="/dashboard/reservations/new">{t('new')}</Link>
          </Button>
        )
      }
    >
      {t('emptyText')}
    </EmptyState>
  )
}
