import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { ContractTable } from '@/components/contracts/contract-table'
import { EmptyContracts } from '@/components/contracts/empty-contracts'
import { ListPages, type SearchParams } from '@/components/dashboard/list-pages'
import { NothingFound } from '@/components/dashboard/nothing-found'
import { PageHeader } from '@/components/ui/page-header'
import { Toolbar } from '@/components/ui/toolbar'
import { listContracts } from '@/lib/contracts/queries/list'
import { CONTRACT_STATUSES, ContractFilters } from '@/lib/contracts/schema'

export const generateMetadata = pageTitle('contracts')

/** Every contract, the latest first. */
export default async function ContractsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('contracts.see')
  const search = await searchParams
  const [t, status, page] = await Promise.all([
    getTranslations('contracts'),
    getTranslations('ui.status.contract'),
    listContracts(ctx, ContractFilters.parse(search)),
  ])
  const isFiltered = Object.keys(search).length > 0
  const isEmpty = page.rows.length === 0
  const statuses = ['overdue', ...CONTRACT_STATUSES] as const
  const filter = {
    key: 'status',
    label: t('filters.status'),
    options: statuses.map((value) => ({ value, label: status(value) })),
  }
  return (
    <div className="grid gap-4">
      <PageHeader title={t('title')} />
      {isEmpty && !isFiltered ? (
        <EmptyContracts />
      ) : (
        <>
          <Toolbar filters={[filter]} searchLabel={t('search')} />
          {isEmpty ? (
            <NothingFound href="/dashboard/contracts" />
          ) : (
            <ContractTable contracts={page.rows} timeZone={ctx.timeZone} now={ctx.now()} />
          )}
          <ListPages page={page} search={search} />
        </>
      )}
    </div>
  )
}
