import { CopyCheck } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { PairCard } from '@/components/customers/duplicates/pair-card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { listDuplicates } from '@/lib/customers/duplicates'

export const generateMetadata = pageTitle('customers', 'duplicates.title')

/** Customers that look like one, pair by pair: make them one, or say that they are not. */
export default async function DuplicatesPage() {
  const ctx = await pageContext('customers.merge')
  const [t, pairs] = await Promise.all([getTranslations('customers'), listDuplicates(ctx)])
  return (
    <div className="grid max-w-4xl gap-5">
      <PageHeader
        back={{ href: '/dashboard/customers', label: t('title') }}
        title={t('duplicates.title')}
        description={t('duplicates.text')}
      />
      {pairs.length === 0 && (
        <EmptyState
          picture={<CopyCheck aria-hidden="true" />}
          title={t('duplicates.noneTitle')}
          className="rounded-lg border bg-surface"
        >
          {t('duplicates.noneText')}
        </EmptyState>
      )}
      <ul className="grid gap-4">
        {pairs.map((pair) => (
          <PairCard key={`${pair.first.id} ${pair.second.id}`} pair={pair} timeZone={ctx.timeZone} />
        ))}
      </ul>
    </div>
  )
}
