import { CalendarPlus } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { BulkTags } from '@/components/lists/bulk-tags'
import { isNarrowed, queryOf, type SearchParams } from '@/components/lists/list-address'
import { ListScreen } from '@/components/lists/list-screen'
import { BulkCancel } from '@/components/reservations/bulk-cancel'
import { EmptyReservations } from '@/components/reservations/empty-reservations'
import { reservationFilters } from '@/components/reservations/reservation-filters'
import { ReservationPanel } from '@/components/reservations/reservation-panel'
import { reservationRows } from '@/components/reservations/reservation-rows'
import { ReservationSections } from '@/components/reservations/reservation-sections'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { listCategories, listLocations } from '@/lib/fleet/queries/catalogue'
import { listSavedViews, listTags } from '@/lib/lists/queries'
import { listReservations, type ReservationColumn, reservationList } from '@/lib/reservations/queries/list'
import { ReservationFilters } from '@/lib/reservations/schema'

export const generateMetadata = pageTitle('reservations')

/** Every reservation, the latest booked first. */
export default async function ReservationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('reservations.see')
  const search = await searchParams
  const query = ReservationFilters.parse(search)
  const [t, page, views, tags, categories, locations] = await Promise.all([
    getTranslations('reservations'),
    listReservations(ctx, query),
    listSavedViews(ctx, 'reservations'),
    listTags(ctx, 'reservations'),
    listCategories(ctx),
    listLocations(ctx),
  ])
  const canCreate = ctx.can('reservations.create')
  const columnLabel = (key: ReservationColumn) => t(`columns.${key}`, { currency: ctx.company.currency })
  return (
    <div className="grid gap-4">
      <PageHeader title={t('title')} actions={canCreate && <NewReservation label={t('new')} />} />
      <ReservationSections />
      {page.rows.length === 0 && !isNarrowed(queryOf(search)) ? (
        <EmptyReservations canCreate={canCreate} />
      ) : (
        <ListScreen
          list={reservationList}
          caption={t('title')}
          path="/dashboard/reservations"
          search={search}
          query={query}
          page={page}
          rows={(columns) =>
            reservationRows(page.rows, columns, { timeZone: ctx.timeZone, totalLabel: columnLabel('total') })
          }
          columnLabel={columnLabel}
          numeric={['total']}
          filters={await reservationFilters(ctx, { categories, locations, tags })}
          searchLabel={t('search')}
          views={views}
          canDeleteShared={ctx.can('settings.edit')}
          exportHref={ctx.can('data.export') && '/api/reservations/export'}
          bulk={
            ctx.can('reservations.edit') && (
              <>
                <BulkTags list="reservations" tags={tags} />
                <BulkCancel />
              </>
            )
          }
          panel={(id) => <ReservationPanel ctx={ctx} id={id} />}
        />
      )}
    </div>
  )
}

function NewReservation({ label }: { label: string }) {
  return (
    <Button asChild variant="primary">
      <Link href="/dashboard/reservations/new">
        <CalendarPlus aria-hidden="true" />
        {label}
      </Link>
    </Button>
  )
}
