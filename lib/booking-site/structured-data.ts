import { readOpeningHours, type Weekday } from '@/lib/booking-site/opening-hours'
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

function openingHours(value: unknown) {
  const days = Object.entries(readOpeningHours(value) ?? {}) as [Weekday, [string, string]][]
  return days.map(([day, [opens, closes]]) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: SCHEMA_DAYS[day],
    opens,
    closes,
  }))
}

/**
 * The company and its branches for search engines (schema.org), as text for a script element.
 * `<` is escaped: a name must not be able to close the element.
 */
export function structuredData(company: SiteCompany, url: string): string {
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
    department: company.locations.map((location) => ({
      '@type': 'AutoRental',
      name: `${company.name}, ${location.name}`,
      address: postalAddress(location),
      openingHoursSpecification: openingHours(location.openingHours),
    })),
  }
  return JSON.stringify(data).replace(/</g, '\\u003c')
}
