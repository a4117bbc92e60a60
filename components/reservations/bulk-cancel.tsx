'use client'

import { useTranslations } from 'next-intl'
import { cancelReservationsAction } from '@/app/(dashboard)/dashboard/reservations/actions'
import { useBulkAction } from '@/components/lists/bulk-outcome'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'

/** Cancels everything selected, each by its own policy. */
export function BulkCancel() {
  const t = useTranslations('reservations.bulkCancel')
  const { run, report, count } = useBulkAction(cancelReservationsAction)
  return (
    <>
      <ConfirmDialog
        trigger={<Button size="sm">{t('action')}</Button>}
        title={t('title', { count })}
        consequences={[t('frees'), t('refunds'), t('tells')]}
        confirmLabel={t('confirm', { count })}
        onConfirm={async () => void (await run({}))}
      />
      {report}
    </>
  )
}
