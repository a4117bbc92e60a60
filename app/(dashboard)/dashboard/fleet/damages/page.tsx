import { ShieldCheck } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { DamageCaseList } from '@/components/damages/case/damage-case-list'
import { FleetSections } from '@/components/fleet/fleet-sections'
import { queryOf, type SearchParams, withParameters } from '@/components/lists/list-address'
import { CursorPagination } from '@/components/ui/cursor-pagination'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Toolbar } from '@/components/ui/toolbar'
import { listDamageCases } from '@/lib/damages/queries'
import { DAMAGE_CASE_STATUSES, DamageCaseFilters } from '@/lib/damages/schema'

export const generateMetadata = pageTitle('fleet', 'damageCases.title')

/** What is broken on the fleet, who pays for it, and how far each case has come. */
export default async function DamageCasesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('contracts.see')
  const search = await searchParams
  const filters = DamageCaseFilters.parse(search)
  const [t, status, page] = await Promise.all([
    getTranslations('fleet'),
    getTranslations('ui.status.damage'),
    listDamageCases(ctx, filters),
  ])
  const step = (place: Record<string, string | null>) => withParameters(queryOf(search), place)
  const options = DAMAGE_CASE_STATUSES.map((value) => ({ value, label: status(value) }))
  const isFiltered = filters.status.length > 0 || filters.vehicle !== undefined
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <PageHeader title={t('title')} description={t('damageCases.text')} />
      <FleetSections />
      <Toolbar filters={[{ key: 'status', label: t('list.filters.status'), options }]} />
      {page.rows.length === 0 ? (
        <EmptyState
          picture={<ShieldCheck aria-hidden="true" />}
          title={t(isFiltered ? 'damageCases.nothingTitle' : 'damageCases.emptyTitle')}
          className="rounded-lg border bg-surface"
        >
          {t(isFiltered ? 'damageCases.nothingText' : 'damageCases.emptyText')}
        </EmptyState>
      ) : (
        <DamageCaseList cases={page.rows} timeZone={ctx.timeZone} currency={ctx.company.currency} />
      )}
      <CursorPagination
        shown={page.rows.length}
        {...(page.previousCursor && { previousHref: step({ before: page.previousCursor, after: null }) })}
        {...(page.nextCursor && { nextHref: step({ after: page.nextCursor, before: null }) })}
      />
    </div>
  )
}
