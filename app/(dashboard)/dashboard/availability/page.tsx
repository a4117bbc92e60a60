import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { EmptyFleet } from '@/components/fleet/empty-fleet'
import type { SearchParams } from '@/components/lists/list-address'
import { AvailabilityMap } from '@/components/reservations/availability-map'
import { MonthSteps } from '@/components/reservations/month-steps'
import { PageHeader } from '@/components/ui/page-header'
import { localDateOf } from '@/lib/core/dates'
import { listLocations } from '@/lib/fleet/queries/catalogue'
import { listAvailabilityByDay } from '@/lib/reservations/queries/availability-by-day'
import { daysOfMonth, monthAhead } from '@/lib/reservations/rules'
import { AvailabilityMonth } from '@/lib/reservations/schema'

export const generateMetadata = pageTitle('reservations', 'map.title')

/** What is left to sell this month: free vehicles of each category, day by day; a day leads to the desk. */
export default async function AvailabilityPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('reservations.see')
  const view = AvailabilityMonth.parse(await searchParams)
  const today = localDateOf(ctx.now(), ctx.timeZone)
  const month = view.month ?? monthAhead(today)
  const days = daysOfMonth(month)
  const [t, locations, categories] = await Promise.all([
    getTranslations('reservations.map'),
    listLocations(ctx),
    listAvailabilityByDay(ctx, { from: `${month}-01`, days: days.length, locationId: view.location }),
  ])
  return (
    <div className="grid gap-5">
      <PageHeader title={t('title')} description={t('text')} />
      <MonthSteps month={month} locations={locations} location={view.location} />
      {categories.length === 0 ? (
        <EmptyFleet canEdit={ctx.can('fleet.edit')} />
      ) : (
        <AvailabilityMap
          categories={categories}
          days={days}
          today={today}
          location={view.location}
          canReserve={ctx.can('reservations.create')}
        />
      )}
    </div>
  )
}
