import { Wrench } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { FleetSections } from '@/components/fleet/fleet-sections'
import { DueList } from '@/components/fleet/maintenance/due-list'
import { MaintenanceRow } from '@/components/fleet/maintenance/maintenance-row'
import { queryOf, type SearchParams, withParameters } from '@/components/lists/list-address'
import { Card } from '@/components/ui/card'
import { CursorPagination } from '@/components/ui/cursor-pagination'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Toolbar } from '@/components/ui/toolbar'
import { listDueItems, listMaintenance } from '@/lib/fleet/maintenance/queries'
import { MAINTENANCE_STATUSES, MaintenanceFilters } from '@/lib/fleet/maintenance/schema'

export const generateMetadata = pageTitle('fleet', 'maintenance.title')

/** What falls due on the fleet, what is planned, and what is in the workshop. */
export default async function FleetMaintenancePage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>
}) {
  const ctx = await pageContext('fleet.see')
  const search = await searchParams
  const filters = MaintenanceFilters.parse(search)
  const [t, status, due, page] = await Promise.all([
    getTranslations('fleet'),
    getTranslations('ui.status.maintenance'),
    listDueItems(ctx),
    listMaintenance(ctx, filters),
  ])
  const step = (place: Record<string, string | null>) => withParameters(queryOf(search), place)
  const options = MAINTENANCE_STATUSES.map((value) => ({ value, label: status(value) }))
  return (
    <div className="grid gap-4">
      <PageHeader title={t('title')} description={t('maintenance.text')} />
      <FleetSections />
      {due.length > 0 && (
        <section className="grid gap-2">
          <h2 className="font-semibold text-base">{t('maintenance.due', { count: due.length })}</h2>
          <DueList items={due} timeZone={ctx.timeZone} />
        </section>
      )}
      <div className="grid gap-2">
        <h2 className="font-semibold text-base">{t('maintenance.work')}</h2>
        <Toolbar filters={[{ key: 'status', label: t('list.filters.status'), options }]} />
      </div>
      {page.rows.length === 0 ? (
        <EmptyState
          picture={<Wrench aria-hidden="true" />}
          title={t(filters.status.length > 0 ? 'maintenance.nothingTitle' : 'maintenance.emptyTitle')}
          className="rounded-lg border bg-surface"
        >
          {t(filters.status.length > 0 ? 'maintenance.nothingText' : 'maintenance.emptyText')}
        </EmptyState>
      ) : (
        <Card flush>
          <ul className="divide-y">
            {page.rows.map((work) => (
              <MaintenanceRow
                key={work.id}
                work={work}
                timeZone={ctx.timeZone}
                currency={ctx.company.currency}
                canEdit={ctx.can('fleet.edit')}
                showVehicle
              />
            ))}
          </ul>
        </Card>
      )}
      <CursorPagination
        shown={page.rows.length}
        {...(page.previousCursor && { previousHref: step({ before: page.previousCursor, after: null }) })}
        {...(page.nextCursor && { nextHref: step({ after: page.nextCursor, before: null }) })}
      />
    </div>
  )
}
