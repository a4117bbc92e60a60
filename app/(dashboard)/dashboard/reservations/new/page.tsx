import { CalendarDays } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { findSimilarAction } from '@/app/(dashboard)/dashboard/customers/record-actions'
import {
  createReservationAction,
  findCustomersAction,
  findPayerAction,
  priceReservationAction,
} from '@/app/(dashboard)/dashboard/reservations/actions'
import { putOnWaitingListAction } from '@/app/(dashboard)/dashboard/reservations/waiting/actions'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { queryOf, type SearchParams } from '@/components/lists/list-address'
import { CategoryOffers } from '@/components/reservations/desk/category-offers'
import { Desk } from '@/components/reservations/desk/desk'
import { DeskAlternatives } from '@/components/reservations/desk/desk-alternatives'
import { OfferList } from '@/components/reservations/desk/offer-list'
import { PeriodForm } from '@/components/reservations/desk/period-form'
import { WaitingDialog } from '@/components/reservations/waiting/waiting-dialog'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import type { CompanyContext } from '@/lib/core/context'
import { instantOf, localTimeOf } from '@/lib/core/dates'
import { AppError } from '@/lib/core/errors'
import { labelOf } from '@/lib/core/labels'
import type { Offer } from '@/lib/core/offers'
import { getCustomer } from '@/lib/customers/queries'
import { listCategories, listExtras, listLocations } from '@/lib/fleet/queries/catalogue'
import { getLicenceDemand } from '@/lib/fleet/queries/licence-demand'
import {
  type Alternatives,
  type CategoryOffer,
  instantsOf,
  priceReservation,
  searchAlternatives,
  searchAvailability,
  searchCategories,
} from '@/lib/reservations/queries/availability'
import { defaultWish } from '@/lib/reservations/rules'
import { DeskQuery, type WishedPeriod } from '@/lib/reservations/schema'

export const generateMetadata = pageTitle('reservations', 'desk.title')

/** Reserves on the phone or at the desk: when, then which category or vehicle is free and what it costs, then for whom. */
export default async function NewReservationPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext('reservations.create')
  const search = await searchParams
  const wish = DeskQuery.parse(search)
  const period = wish.from && wish.to ? { ...wish, ...onClock(ctx, wish.from, wish.to) } : null
  const [t, categories, locations, extras, found, customer] = await Promise.all([
    getTranslations('reservations.desk'),
    listCategories(ctx),
    listLocations(ctx),
    listExtras(ctx),
    period ? findOffers(ctx, period) : NOTHING,
    wish.customer ? getCustomer(ctx, wish.customer).catch(() => null) : null,
  ])
  const chosen = found.offers.find(({ vehicleId }) => vehicleId === wish.vehicle)
  const anyOf = found.categories.find(({ categoryId }) => categoryId === wish.any)
  const placeId = wish.location ?? anyOf?.placeId
  const place = locations.find(({ id }) => id === placeId)
  const wanted = chosen
    ? {
        wanted: { vehicleId: chosen.vehicleId },
        title: `${chosen.make} ${chosen.model}`,
      }
    : anyOf && {
        wanted: { categoryId: anyOf.categoryId, ...(placeId && { pickupLocationId: placeId }) },
        title: t('anyOf', { category: labelOf(anyOf.names, ctx.locale) }),
        note: [t('anyOfNote', { example: anyOf.example }), place && t('anyOfPlace', { place: place.name })]
          .filter(Boolean)
          .join(' '),
      }
  const renter = customer && { id: customer.id, name: customer.name, isBlocked: customer.blockedAt !== null }
  const isChosen = Boolean(wish.vehicle ?? wish.any)
  const query = queryOf(search)
  query.delete('vehicle')
  query.delete('any')
  return (
    <div className="grid max-w-5xl grid-cols-1 gap-6">
      <PageHeader
        back={{ href: '/dashboard/reservations', label: (await getTranslations('reservations'))('title') }}
        title={t('title')}
        actions={
          <Button asChild>
            <Link href="/dashboard/availability">
              <CalendarDays aria-hidden="true" />
              {t('month')}
            </Link>
          </Button>
        }
      />
      <PeriodForm
        wish={period ?? { ...wish, ...defaultWish(ctx.now(), ctx.timeZone) }}
        categories={categories}
        locations={locations}
        isInvalid={found.isInvalid}
      />
      {!period && <p className="text-muted text-sm">{t('chooseFirst')}</p>}
      {period && isChosen && !wanted && !found.isInvalid && <Alert tone="warning" title={t('taken')} />}
      {period && !found.isInvalid && !wanted && (
        <>
          <CategoryOffers offers={found.categories} query={query.toString()} />
          <OfferList offers={found.offers} query={query.toString()} />
          {found.alternatives && (
            <div>
              <WaitingDialog
                wish={{
                  ...isoOf(ctx, period),
                  categoryId: period.category,
                  locationId: period.location,
                  equipment: period.equipment,
                }}
                customer={renter}
                put={putOnWaitingListAction}
                findCustomers={findCustomersAction}
                findSimilar={findSimilarAction}
              />
            </div>
          )}
          {found.alternatives && (
            <DeskAlternatives alternatives={found.alternatives} query={query} timeZone={ctx.timeZone} />
          )}
        </>
      )}
      {period && wanted && (
        <Desk
          {...wanted}
          equipment={period.equipment}
          firstPrice={
            await priceReservation(ctx, { ...wanted.wanted, ...instantsOf(ctx, period), extras: [] })
          }
          period={isoOf(ctx, period)}
          timeZone={ctx.timeZone}
          extras={extras.filter(({ active }) => active)}
          customer={renter}
          changeHref={`?${query}`}
          create={createReservationAction}
          price={priceReservationAction}
          findCustomers={findCustomersAction}
          findSimilar={findSimilarAction}
          findPayer={findPayerAction}
          demand={await getLicenceDemand(ctx, wanted.wanted)}
          days={{ startsOn: period.from.slice(0, 10), endsOn: period.to.slice(0, 10) }}
        />
      )}
    </div>
  )
}

type Found = {
  offers: Offer[]
  categories: CategoryOffer[]
  /** Only when nothing fits. */
  alternatives?: Alternatives
  isInvalid: boolean
}

const NOTHING: Found = { offers: [], categories: [], isInvalid: false }

/** What is free; a period that cannot be booked is said at its field. */
async function findOffers(ctx: CompanyContext, period: WishedPeriod): Promise<Found> {
  try {
    return await searchOffers(ctx, period)
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_period') return { ...NOTHING, isInvalid: true }
    throw error
  }
}

async function searchOffers(ctx: CompanyContext, period: WishedPeriod): Promise<Found> {
  const { startsAt, endsAt } = instantsOf(ctx, period)
  const { seats, fuel, transmission, equipment } = period
  const features = {
    ...(seats && { seats }),
    ...(fuel && { fuel }),
    ...(transmission && { transmission }),
    equipment,
  }
  const wish = { startsAt, endsAt, locationId: period.location, features }
  const [offers, all] = await Promise.all([
    searchAvailability(ctx, { ...wish, categoryId: period.category }),
    searchCategories(ctx, wish),
  ])
  const isWished = ({ categoryId }: CategoryOffer) => !period.category || categoryId === period.category
  const categories = all.filter(isWished)
  if (offers.length > 0 || categories.length > 0) return { offers, categories, isInvalid: false }
  const alternatives = await searchAlternatives(ctx, { ...wish, categoryId: period.category })
  return { offers, categories, alternatives, isInvalid: false }
}

/** The wished times as the clocks will show them: in the hour that a night in March leaves out, an hour later. */
function onClock({ timeZone }: CompanyContext, from: string, to: string) {
  const shown = (local: string) => localTimeOf(instantOf(local, timeZone), timeZone)
  return { from: shown(from), to: shown(to) }
}

function isoOf(ctx: CompanyContext, period: WishedPeriod): { startsAt: string; endsAt: string } {
  const { startsAt, endsAt } = instantsOf(ctx, period)
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
}
