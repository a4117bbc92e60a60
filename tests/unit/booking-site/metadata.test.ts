import { expect, test } from 'vitest'
import { alternatesOf, sitemapOf } from '@/lib/booking-site/languages-of'
import { structuredData } from '@/lib/booking-site/structured-data'
import type { SiteCompany } from '@/lib/core/site-company'

const company = {
  name: 'Alpenmobil',
  currency: 'CHF',
  locale: 'de',
  address: { street: null, houseNumber: null, postalCode: null, town: null },
  locations: [],
  categories: [
    { id: 'small', names: { de: 'Kleinwagen', en: 'Small car' }, bodyType: 'compact' },
    { id: 'van', names: { de: 'Bus' }, bodyType: 'van' },
    { id: 'new', names: { de: 'Neu' }, bodyType: null },
  ],
} as unknown as SiteCompany

const read = (text: string) => JSON.parse(text) as { makesOffer?: Record<string, unknown>[] }

test('what is free is offered with its price a day, what is not is sold out', () => {
  const { makesOffer } = read(
    structuredData(company, 'https://alpenmobil.example/', {
      locale: 'en',
      offers: [
        { categoryId: 'small', perDayRappen: 8_950 },
        { categoryId: 'van', perDayRappen: null },
      ],
    }),
  )
  expect(makesOffer).toEqual([
    {
      '@type': 'Offer',
      itemOffered: { '@type': 'Car', name: 'Small car', bodyType: 'compact' },
      businessFunction: 'http://purl.org/goodrelations/v1#LeaseOut',
      availability: 'https://schema.org/InStock',
      url: 'https://alpenmobil.example/?category=small',
      priceSpecification: {
        '@type': 'UnitPriceSpecification',
        price: '89.50',
        priceCurrency: 'CHF',
        unitCode: 'DAY',
        valueAddedTaxIncluded: true,
      },
    },
    {
      '@type': 'Offer',
      itemOffered: { '@type': 'Car', name: 'Bus', bodyType: 'van' },
      businessFunction: 'http://purl.org/goodrelations/v1#LeaseOut',
      availability: 'https://schema.org/SoldOut',
      url: 'https://alpenmobil.example/?category=van',
    },
  ])
})

test('a company without anything to rent offers nothing', () => {
  expect(read(structuredData(company, 'https://x.example/'))).not.toHaveProperty('makesOffer')
})

test('a branch is told with its place and its next holidays', () => {
  const branch = {
    name: 'Zürich HB',
    openingHours: { mon: ['08:00', '18:00'] },
    latitude: 47.378,
    longitude: 8.54,
    holidays: [{ day: '2026-12-25', name: 'Weihnachten' }],
  }
  const unplaced = { ...branch, name: 'Zug', latitude: null, longitude: null, holidays: [] }
  const text = structuredData({ ...company, locations: [branch, unplaced] } as never, 'https://x.example/')
  const { department } = JSON.parse(text) as { department: Record<string, unknown>[] }
  expect(department[0]).toMatchObject({
    geo: { '@type': 'GeoCoordinates', latitude: 47.378, longitude: 8.54 },
    openingHoursSpecification: [
      { dayOfWeek: 'Monday', opens: '08:00', closes: '18:00' },
      { validFrom: '2026-12-25', validThrough: '2026-12-25', opens: '00:00', closes: '00:00' },
    ],
  })
  expect(department[1]).not.toHaveProperty('geo')
})

test('each page is told in four languages, and for everybody else', () => {
  expect(alternatesOf('/terms')).toEqual({
    canonical: '/terms',
    languages: {
      de: '/terms?lang=de',
      fr: '/terms?lang=fr',
      it: '/terms?lang=it',
      en: '/terms?lang=en',
      'x-default': '/terms',
    },
  })
  // An address in a language that named another as the true one would never be shown in that language.
  expect(alternatesOf('/terms', 'fr').canonical).toBe('/terms?lang=fr')
})

test('the sitemap names every page with its languages', () => {
  const text = sitemapOf((path) => new URL(path, 'https://alpenmobil.example').toString())
  expect(text.match(/<loc>[^<]*/g)).toEqual([
    '<loc>https://alpenmobil.example/',
    '<loc>https://alpenmobil.example/search',
    '<loc>https://alpenmobil.example/terms',
    '<loc>https://alpenmobil.example/privacy',
    '<loc>https://alpenmobil.example/imprint',
  ])
  expect(text.match(/hreflang="fr" href="https:\/\/alpenmobil\.example\/(?:\w*)\?lang=fr"/g)).toHaveLength(5)
})
