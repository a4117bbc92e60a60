import { Hourglass } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { isNarrowed, queryOf, type SearchParams } from '@/components/lists/list-address'
import { ListScreen } from '@/components/lists/list-screen'
import { ReservationSections } from '@/components/reservations/reservation-sections'
import { waitingFilters } from '@/components/reservations/waiting/waiting-filters'
import { WaitingPanel } from '@/components/reservations/waiting/waiting-panel'
import { waitingRows } from '@/components/reservations/waiting/waiting-rows'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { listCategories, listLocations } from '@/lib/fleet/queries/catalogue'
import { listSavedViews } from '@/lib/lists/queries'
import { listWaiting, waitingList } from '@/lib/reservations/waiting/queries'
import { WaitingFilters } from '@/lib/reservations/waiting/schema'

export const generateMetadata = pageTitle('reservations', 'waiting.title')

/** Who waits for a vehicle, and what they were offered. */
export default async function WaitingListPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('reservations.see')
  const search = await searchParams
  const query = WaitingFilters.parse(search)
  const [t, page, views, categories, locations] = await Promise.all([
    getTranslations('reservations'),
    listWaiting(ctx, query),
    listSavedViews(ctx, 'waiting'),
    listCategories(ctx),
    listLocations(ctx),
  ])
  return (
    <div className="grid gap-4">
      <PageHeader title={t('title')} description={t('waiting.text')} />
      <ReservationSections />
      {page.rows.length === 0 && !isNarrowed(queryOf(search)) ? (
        <EmptyState
          picture={<Hourglass aria-hidden="true" />}
          title={t('waiting.emptyTitle')}
          className="rounded-lg border bg-surface"
          actions={
            ctx.can('reservations.create') && (
              <Button asChild variant="primary">
                <Link href="/dashboard/reservations/new">{t('new')}</Link>
              </Button>
            )
          }
        >
          {t('waiting.emptyText')}
        </EmptyState>
      ) : (
        <ListScreen
          list={waitingList}
          caption={t('waiting.title')}
          path="/dashboard/reservations/waiting"
          search={search}
          query={query}
          page={page}
          rows={(columns) => waitingRows(page.rows, columns, ctx)}
          columnLabel={(key) => t(`waiting.columns.${key}`)}
          filters={await waitingFilters(ctx, { categories, locations })}
          searchLabel={t('waiting.search')}
          views={views}
          canDeleteShared={ctx.can('settings.edit')}
          panel={(id) => <WaitingPanel ctx={ctx} id={id} />}
        />
      )}
    </div>
  )
}
