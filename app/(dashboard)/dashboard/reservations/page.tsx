import { CalendarPlus } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { ExportLink } from '@/components/dashboard/export-link'
import { ListPages, type SearchParams } from '@/components/dashboard/list-pages'
import { NothingFound } from '@/components/dashboard/nothing-found'
import { EmptyReservations } from '@/components/reservations/empty-reservations'
import { ReservationTable } from '@/components/reservations/reservation-table'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Toolbar } from '@/components/ui/toolbar'
import { listReservations } from '@/lib/reservations/queries/list'
import { PERIODS, RESERVATION_STATUSES, ReservationFilters } from '@/lib/reservations/schema'

export const generateMetadata = pageTitle('reservations')

/** Every reservation, the latest booked first. */
export default async function ReservationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('reservations.see')
  const search = await searchParams
  const [t, status, page] = await Promise.all([
    getTranslations('reservations'),
    getTranslations('ui.status.reservation'),
    listReservations(ctx, ReservationFilters.parse(search)),
  ])
  const isFiltered = Object.keys(search).length > 0
  const isEmpty = page.rows.length === 0
  const filters = [
    {
      key: 'status',
      label: t('filters.status'),
      options: RESERVATION_STATUSES.map((value) => ({ value, label: status(value) })),
    },
    {
      key: 'period',
      label: t('filters.period'),
      options: PERIODS.map((value) => ({ value, label: t(`periods.${value}`) })),
    },
  ]
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t('title')}
        actions={
          ctx.can('reservations.create') && (
            <Button asChild variant="primary">
              <Link href="/dashboard/reservations/new">
                <CalendarPlus aria-hidden="true" />
                {t('new')}
              </Link>
            </Button>
          )
        }
      />
      {isEmpty && !isFiltered ? (
        <EmptyReservations canCreate={ctx.can('reservations.create')} />
      ) : (
        <>
          <Toolbar filters={filters} searchLabel={t('search')}>
            {ctx.can('data.export') && <ExportLink href="/api/reservations/export" search={search} />}
          </Toolbar>
          {isEmpty ? (
            <NothingFound href="/dashboard/reservations" />
          ) : (
            <ReservationTable reservations={page.rows} timeZone={ctx.timeZone} />
          )}
          <ListPages page={page} search={search} />
        </>
      )}
    </div>
  )
}
