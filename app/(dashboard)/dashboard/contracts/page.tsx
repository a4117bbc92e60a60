import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { ContractPanel } from '@/components/contracts/contract-panel'
import { contractRows } from '@/components/contracts/contract-rows'
import { EmptyContracts } from '@/components/contracts/empty-contracts'
import { isNarrowed, queryOf, type SearchParams } from '@/components/lists/list-address'
import { ListScreen } from '@/components/lists/list-screen'
import { PageHeader } from '@/components/ui/page-header'
import { type ContractColumn, contractList, listContracts } from '@/lib/contracts/queries/list'
import { CONTRACT_STATUSES, ContractFilters } from '@/lib/contracts/schema'
import { listSavedViews } from '@/lib/lists/queries'

export const generateMetadata = pageTitle('contracts')

/** Every contract, the latest first. */
export default async function ContractsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('contracts.see')
  const search = await searchParams
  const query = ContractFilters.parse(search)
  const [t, status, page, views] = await Promise.all([
    getTranslations('contracts'),
    getTranslations('ui.status.contract'),
    listContracts(ctx, query),
    listSavedViews(ctx, 'contracts'),
  ])
  const statuses = ['overdue', ...CONTRACT_STATUSES] as const
  const filter = {
    key: 'status',
    label: t('filters.status'),
    options: statuses.map((value) => ({ value, label: status(value) })),
  }
  const columnLabel = (key: ContractColumn) => t(`columns.${key}`, { currency: ctx.company.currency })
  return (
    <div className="grid gap-4">
      <PageHeader title={t('title')} />
      {page.rows.length === 0 && !isNarrowed(queryOf(search)) ? (
        <EmptyContracts />
      ) : (
        <ListScreen
          list={contractList}
          caption={t('title')}
          path="/dashboard/contracts"
          search={search}
          query={query}
          page={page}
          rows={(columns) =>
            contractRows(page.rows, columns, {
              timeZone: ctx.timeZone,
              now: ctx.now(),
              totalLabel: columnLabel('total'),
            })
          }
          columnLabel={columnLabel}
          numeric={['total']}
          filters={[filter]}
          searchLabel={t('search')}
          views={views}
          canDeleteShared={ctx.can('settings.edit')}
          exportHref={ctx.can('data.export') && '/api/contracts/export'}
          panel={(id) => <ContractPanel ctx={ctx} id={id} />}
        />
      )}
    </div>
  )
}
