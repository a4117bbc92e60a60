import { useTranslations } from 'next-intl'
import { restoreCustomerAction } from '@/app/(dashboard)/dashboard/customers/record-actions'
import { ActionButton } from '@/components/dashboard/action-button'
import { Alert } from '@/components/ui/alert'
import { DateTime } from '@/components/ui/date-time'
import type { CustomerDetail } from '@/lib/customers/queries'
import { GRACE_DAYS } from '@/lib/customers/rules'

const DAY_MS = 86_400_000

type DeletedBannerProps = { customer: CustomerDetail; timeZone: string; canRestore: boolean }

/** That somebody is deleted and until when they can be brought back, or that they are forgotten. */
export function DeletedBanner({ customer, timeZone, canRestore }: DeletedBannerProps) {
  const t = useTranslations('customers.data')
  const { id, name, deletedAt, erasedAt } = customer
  if (erasedAt !== null) return <Alert title={t('erased')}>{t('erasedText')}</Alert>
  const until = new Date(Date.parse(deletedAt ?? '') + GRACE_DAYS * DAY_MS)
  return (
    <Alert
      tone="warning"
      title={t('deleted')}
      actions={
        canRestore && (
          <ActionButton
            size="sm"
            action={restoreCustomerAction}
            input={{ id }}
            done={t('restored', { name })}
          >
            {t('restore')}
          </ActionButton>
        )
      }
    >
      <p>
        {t('deletedUntil')} <DateTime instant={until} timeZone={timeZone} show="date" />
      </p>
    </Alert>
  )
}
