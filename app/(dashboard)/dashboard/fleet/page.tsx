import { Plus, Tags, Upload } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { ExportLink } from '@/components/dashboard/export-link'
import { ListPages, type SearchParams } from '@/components/dashboard/list-pages'
import { NothingFound } from '@/components/dashboard/nothing-found'
import { EmptyFleet } from '@/components/fleet/empty-fleet'
import { FleetTable } from '@/components/fleet/fleet-table'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Toolbar } from '@/components/ui/toolbar'
import { labelOf } from '@/lib/core/labels'
import { listCategories, listLocations } from '@/lib/fleet/queries/catalogue'
import { countVehicles, listVehicles } from '@/lib/fleet/queries/vehicles'
import { VEHICLE_STATUSES, VehicleFilters } from '@/lib/fleet/schema'

export const generateMetadata = pageTitle('fleet')

/** Every vehicle of the company. */
export default async function FleetPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('fleet.see')
  const search = await searchParams
  const [t, status, page, total, categories, locations] = await Promise.all([
    getTranslations('fleet'),
    getTranslations('ui.status.vehicle'),
    listVehicles(ctx, VehicleFilters.parse(search)),
    countVehicles(ctx),
    listCategories(ctx),
    listLocations(ctx),
  ])
  const filters = [
    {
      key: 'status',
      label: t('list.filters.status'),
      options: VEHICLE_STATUSES.map((value) => ({ value, label: status(value) })),
    },
    {
      key: 'category',
      label: t('list.filters.category'),
      options: categories.map(({ id, names }) => ({ value: id, label: labelOf(names, ctx.locale) })),
    },
    {
      key: 'location',
      label: t('list.filters.location'),
      options: locations.map(({ id, name }) => ({ value: id, label: name })),
    },
  ]
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t('title')}
        description={t('count', { count: total })}
        actions={ctx.can('fleet.edit') && <FleetActions />}
      />
      {total === 0 ? (
        <EmptyFleet canEdit={ctx.can('fleet.edit')} />
      ) : (
        <>
          <Toolbar filters={filters} searchLabel={t('list.search')}>
            {ctx.can('data.export') && <ExportLink href="/api/vehicles/export" search={search} />}
          </Toolbar>
          {page.rows.length === 0 ? (
            <NothingFound href="/dashboard/fleet" />
          ) : (
            <FleetTable vehicles={page.rows} timeZone={ctx.timeZone} today={ctx.now()} />
          )}
          <ListPages page={page} search={search} />
        </>
      )}
    </div>
  )
}

async function FleetActions() {
  const t = await getTranslations('fleet')
  return (
    <>
      <Button asChild>
        <Link href="/dashboard/fleet/prices">
          <Tags aria-hidden="true" />
          {t('list.prices')}
        </Link>
      </Button>
      <Button asChild className="max-sm:hidden">
        <Link href="/dashboard/fleet/import">
          <Upload aria-hidden="true" />
          {t('import.action')}
        </Link>
      </Button>
      <Button asChild variant="primary">
        <Link href="/dashboard/fleet/new">
          <Plus aria-hidden="true" />
          {t('list.add')}
        </Link>
      </Button>
    </>
  )
}
