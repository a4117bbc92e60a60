import { expect, test } from 'vitest'
import { groupOffers } from '@/lib/booking-site/offers'
import type { Offer } from '@/lib/core/offers'

const offer = (change: Partial<Offer>): Offer => ({
  vehicleId: crypto.randomUUID(),
  make: 'Škoda',
  model: 'Octavia',
  modelYear: 2024,
  seats: 5,
  fuel: 'petrol',
  transmission: 'manual',
  equipment: [],
  categoryId: 'estate',
  categoryNames: { de: 'Kombi' },
  categorySize: 1,
  bodyType: 'estate',
  photo: null,
  locationId: 'hb',
  locationName: 'Zürich HB',
  licence: { category: 'B', years: 0 },
  price: { totalRappen: 10_000 } as Offer['price'],
  ...change,
})
const lasts = (...offers: Offer[]) => groupOffers(offers).map(({ isLast }) => isLast)

test('the last of several of a category is told as such; one of one, and one beside others, are not', () => {
  expect(lasts(offer({ categorySize: 3 }))).toEqual([true])
  expect(lasts(offer({ categorySize: 1 }))).toEqual([false])
  expect(lasts(offer({ categorySize: 3 }), offer({ categorySize: 3, model: 'Superb' }))).toEqual([
    false,
    false,
  ])
  expect(lasts(offer({ categorySize: 2 }), offer({ categorySize: 2 }))).toEqual([false])
  expect(lasts(offer({ categorySize: 3 }), offer({ categoryId: 'van', categorySize: 1 }))).toEqual([
    true,
    false,
  ])
})
