import { Plus, Tags, Upload } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { EmptyFleet } from '@/components/fleet/empty-fleet'
import { FleetSections } from '@/components/fleet/fleet-sections'
import { VehiclePanel } from '@/components/fleet/vehicle-panel'
import { vehicleRows } from '@/components/fleet/vehicle-rows'
import { BulkTags } from '@/components/lists/bulk-tags'
import type { SearchParams } from '@/components/lists/list-address'
import { ListScreen } from '@/components/lists/list-screen'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { labelOf } from '@/lib/core/labels'
import { listCategories, listLocations } from '@/lib/fleet/queries/catalogue'
import { listVehicles, vehicleList } from '@/lib/fleet/queries/list'
import { countVehicles } from '@/lib/fleet/queries/vehicles'
import { VEHICLE_STATUSES, VehicleFilters } from '@/lib/fleet/schema'
import { listSavedViews, listTags } from '@/lib/lists/queries'

export const generateMetadata = pageTitle('fleet')

/** Every vehicle of the company. */
export default async function FleetPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('fleet.see')
  const search = await searchParams
  const query = VehicleFilters.parse(search)
  const [t, status, page, total, categories, locations, views, tags] = await Promise.all([
    getTranslations('fleet'),
    getTranslations('ui.status.vehicle'),
    listVehicles(ctx, query),
    countVehicles(ctx),
    listCategories(ctx),
    listLocations(ctx),
    listSavedViews(ctx, 'vehicles'),
    listTags(ctx, 'vehicles'),
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
    { key: 'tag', label: t('list.filters.tag'), options: tags.map((tag) => ({ value: tag, label: tag })) },
  ].filter(({ options }) => options.length > 0)
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t('title')}
        description={t('count', { count: total })}
        actions={ctx.can('fleet.edit') && <FleetActions />}
      />
      {total > 0 && <FleetSections />}
      {total === 0 ? (
        <EmptyFleet canEdit={ctx.can('fleet.edit')} />
      ) : (
        <ListScreen
          list={vehicleList}
          caption={t('title')}
          path="/dashboard/fleet"
          search={search}
          query={query}
          page={page}
          rows={(columns) => vehicleRows(page.rows, columns, { timeZone: ctx.timeZone, today: ctx.now() })}
          columnLabel={(key) => t(`list.columns.${key}`)}
          numeric={['odometer', 'fuel', 'daily']}
          filters={filters}
          searchLabel={t('list.search')}
          views={views}
          canDeleteShared={ctx.can('settings.edit')}
          exportHref={ctx.can('data.export') && '/api/vehicles/export'}
          bulk={ctx.can('fleet.edit') && <BulkTags list="vehicles" tags={tags} />}
          panel={(id) => <VehiclePanel ctx={ctx} id={id} />}
        />
      )}
    </div>
  )
}

async function FleetActions() {
  const t = await getTranslations('fleet')
  return (
    <>
      <Button asChild>
        <Link href="/dashboard/pricing">
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
