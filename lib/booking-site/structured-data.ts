import type { CategoryOffer } from '@/lib/booking-site/category-offers'
import { readOpeningHours, type Weekday } from '@/lib/booking-site/opening-hours'
import { labelOf } from '@/lib/core/labels'
import type { SiteCompany } from '@/lib/core/site-company'

const SCHEMA_DAYS: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

/** More make the page heavier than they are worth. */
const HOLIDAYS_TOLD = 4

type Address = {
  street: string | null
  houseNumber: string | null
  postalCode: string | null
  town: string | null
}

function postalAddress(address: Address) {
  const street = [address.street, address.houseNumber].filter(Boolean).join(' ')
  return {
    '@type': 'PostalAddress',
    streetAddress: street || undefined,
    postalCode: address.postalCode ?? undefined,
    addressLocality: address.town ?? undefined,
  }
}

function geoOf({ latitude, longitude }: SiteCompany['locations'][number]) {
  if (latitude === null || longitude === null) return undefined
  return { '@type': 'GeoCoordinates', latitude, longitude }
}

/** The week, then the next holidays: search engines take a day that opens and closes at midnight for a closed one. */
function openingHours({ openingHours, holidays }: SiteCompany['locations'][number]) {
  const days = Object.entries(readOpeningHours(openingHours) ?? {}) as [Weekday, [string, string]][]
  return [
    ...days.map(([day, [opens, closes]]) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: SCHEMA_DAYS[day],
      opens,
      closes,
    })),
    ...holidays.slice(0, HOLIDAYS_TOLD).map(({ day }) => ({
      '@type': 'OpeningHoursSpecification',
      validFrom: day,
      validThrough: day,
      opens: '00:00',
      closes: '00:00',
    })),
  ]
}

/** Each category with its price a day, from, and whether any of it is free. */
function offersOf(
  { categories, currency }: SiteCompany,
  offers: CategoryOffer[],
  { url, locale }: { url: string; locale: string },
) {
  return offers.flatMap(({ categoryId, perDayRappen }) => {
    const category = categories.find(({ id }) => id === categoryId)
    if (!category) return []
    return [
      {
        '@type': 'Offer',
        itemOffered: {
          '@type': 'Car',
          name: labelOf(category.names, locale),
          bodyType: category.bodyType ?? undefined,
        },
        businessFunction: 'http://purl.org/goodrelations/v1#LeaseOut',
        availability: `https://schema.org/${perDayRappen === null ? 'SoldOut' : 'InStock'}`,
        url: new URL(`?category=${categoryId}`, url).toString(),
        ...(perDayRappen !== null && {
          priceSpecification: {
            '@type': 'UnitPriceSpecification',
            price: (perDayRappen / 100).toFixed(2),
            priceCurrency: currency,
            unitCode: 'DAY',
            valueAddedTaxIncluded: true,
          },
        }),
      },
    ]
  })
}

/**
 * The company, what it offers and its branches for search engines (schema.org), as text for a script element.
 * `<` is escaped: a name must not be able to close the element.
 */
export function structuredData(
  company: SiteCompany,
  url: string,
  { locale, offers }: { locale: string; offers: CategoryOffer[] } = { locale: 'de', offers: [] },
): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'AutoRental',
    '@id': url,
    name: company.name,
    url,
    email: company.email ?? undefined,
    telephone: company.phone ?? undefined,
    currenciesAccepted: company.currency,
    address: postalAddress(company.address),
    makesOffer: offers.length > 0 ? offersOf(company, offers, { url, locale }) : undefined,
    department: company.locations.map((location) => ({
      '@type': 'AutoRental',
      name: `${company.name}, ${location.name}`,
      address: postalAddress(location),
      geo: geoOf(location),
      openingHoursSpecification: openingHours(location),
    })),
  }
  return JSON.stringify(data).replace(/</g, '\\u003c')
}
