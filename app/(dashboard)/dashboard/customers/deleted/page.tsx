import { Trash2 } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { restoreCustomerAction } from '@/app/(dashboard)/dashboard/customers/record-actions'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { ActionButton } from '@/components/dashboard/action-button'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { listDeletedCustomers } from '@/lib/customers/queries'
import { GRACE_DAYS } from '@/lib/customers/rules'

export const generateMetadata = pageTitle('customers', 'data.deletedTitle')

/** Deleted customers, while they can still be brought back. */
export default async function DeletedCustomersPage() {
  const ctx = await pageContext('customers.erase')
  const [t, customers] = await Promise.all([getTranslations('customers'), listDeletedCustomers(ctx)])
  return (
    <div className="grid max-w-3xl gap-5">
      <PageHeader
        back={{ href: '/dashboard/customers', label: t('title') }}
        title={t('data.deletedTitle')}
        description={t('data.deletedText', { days: GRACE_DAYS })}
      />
      {customers.length === 0 && (
        <EmptyState
          picture={<Trash2 aria-hidden="true" />}
          title={t('data.deletedNone')}
          className="rounded-lg border bg-surface"
        >
          {t('data.deletedNoneText')}
        </EmptyState>
      )}
      <ul className="divide-y rounded-lg border bg-surface text-sm empty:hidden">
        {customers.map(({ id, number, name, deletedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2.5">
            <div className="min-w-0">
              <TextLink href={`/dashboard/customers/${id}`} className="font-medium">
                {name}
              </TextLink>
              <p className="text-muted text-xs">
                {number} · {t('data.deletedOn')}{' '}
                <DateTime instant={deletedAt} timeZone={ctx.timeZone} show="date" />
              </p>
            </div>
            <ActionButton
              size="sm"
              action={restoreCustomerAction}
              input={{ id }}
              done={t('data.restored', { name })}
            >
              {t('data.restore')}
            </ActionButton>
          </li>
        ))}
      </ul>
    </div>
  )
}
